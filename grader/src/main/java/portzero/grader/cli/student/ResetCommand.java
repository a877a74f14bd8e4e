package portzero.grader.cli.student;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;
import portzero.grader.handout.CommittedSkeletons;
import portzero.grader.handout.LabReset;
import portzero.grader.handout.Skeletons;
import portzero.grader.text.DisplayName;
import portzero.grader.text.SafeText;

/** Begins a lab anew. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Begin a lab anew with its skeleton; your work is kept in a folder beside it.",
        footer = {
            "",
            "In a handout the skeleton is the handout's. In a clone of the course it is taken from git: from the newest",
            "commit in which as many methods are unwritten as in any.",
            "",
            "Exit codes: 0 done; 2 bad usage, or no skeleton was found; 3 a file is in the way."
        })
public final class ResetCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Parameters(paramLabel = "LAB", description = "lab02, 2 or echo")
    private String lab = "";

    @Override
    public Integer call() throws CourseException, IOException {
        Course course = Course.here();
        Lab chosen = course.lab(lab);
        PrintWriter out = spec.commandLine().getOut();
        String source = "";
        Map<String, byte[]> skeleton;
        if (course.isHandout()) {
            skeleton = Skeletons.of(chosen);
        } else {
            CommittedSkeletons.Found found = CommittedSkeletons.of(chosen);
            source = ", as of commit " + SafeText.line(found.commit(), 120);
            skeleton = found.sources();
        }
        var outcome = new LabReset(chosen, skeleton, course.isHandout()).run();
        if (outcome.isEmpty()) {
            out.println(chosen.id() + " is as it was given already; nothing was changed.");
            return ExitCode.OK;
        }
        out.println(chosen.id() + " is as it was given again" + source + ".");
        if (!outcome.get().files().isEmpty()) {
            out.println(
                    "Your work is in " + course.home().relativize(outcome.get().kept()) + ":");
            outcome.get().files().forEach(file -> out.println("  " + DisplayName.name(file)));
        }
        return ExitCode.OK;
    }
}
