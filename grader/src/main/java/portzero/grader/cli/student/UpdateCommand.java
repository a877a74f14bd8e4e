package portzero.grader.cli.student;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.handout.HandoutUpdate;
import portzero.grader.text.SafeText;

/** Takes over what is new in a newer handout. */
@Command(
        name = "update",
        mixinStandardHelpOptions = true,
        description = "Take the sheets, tests and notes of a newer handout over; your work stays.",
        footer = {
            "",
            "Files that you were given and have changed are kept with .mine at the end of their name. If you interrupt it,",
            "run it again.",
            "",
            "Exit codes: 0 done; 2 one of the two is no handout, and nothing was changed; 3 a file is in the way."
        })
public final class UpdateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Parameters(
            paramLabel = "HANDOUT",
            description = "the newer handout: the zip file, or the folder that it was unpacked to")
    @SuppressWarnings("NullAway.Init") // picocli demands it
    private Path handout;

    @Override
    public Integer call() throws CourseException, IOException {
        var done = HandoutUpdate.run(Course.here().home(), handout);
        PrintWriter out = spec.commandLine().getOut();
        done.told().forEach(sentence -> out.println(SafeText.line(sentence, 300)));
        out.println(
                done.replaced() + done.added() + done.removed() == 0
                        ? "Everything was up to date already."
                        : "Up to date: %d files replaced, %d added, %d removed. Your work is as it was."
                                .formatted(done.replaced(), done.added(), done.removed()));
        return ExitCode.OK;
    }
}
