package portzero.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import portzero.grader.cli.console.NotesLinks;
import portzero.grader.cli.option.NotesUrlOption;
import portzero.grader.course.Course;
import portzero.grader.mistake.CourseMistakes;
import portzero.grader.mistake.MistakeMatcher;
import portzero.grader.report.Report;
import portzero.grader.store.ResultStore;
import portzero.grader.store.ResultsException;
import portzero.grader.store.ResultsLock;
import portzero.grader.wording.ReadingLink;

/** {@code lab report RESULTS}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Rebuild the HTML pages and the gradebook from the result files.",
        footer = {
            "",
            "Exit codes: 0 done; 1 a result file is damaged, the rest is done; 2 not a folder of results;",
            "3 the folder cannot be written."
        })
final class ReportCommand implements Callable<Integer> {

    private final Function<String, Optional<ReadingLink>> readings;
    private final Function<String, MistakeMatcher> mistakes;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RESULTS", description = "the folder that grade --out wrote")
    private Path results = Path.of("");

    @Mixin
    private NotesUrlOption notesUrl = new NotesUrlOption();

    /** A command that links to the notes of the checkout that the launcher belongs to. */
    ReportCommand() {
        this(NotesLinks.readings(Path.of(System.getProperty(Course.HOME, ""))), CourseMistakes.here());
    }

    /** A command that links to the notes, and names mistakes. */
    ReportCommand(Function<String, Optional<ReadingLink>> readings, Function<String, MistakeMatcher> mistakes) {
        this.readings = readings;
        this.mistakes = mistakes;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try (ResultsLock lock = ResultsLock.open(results)) {
            notesUrl.keep(ResultStore.open(lock.folder()));
            return tell(Report.write(lock.folder(), readings, mistakes));
        } catch (ResultsException e) {
            err.println(e.getMessage());
            return ExitCode.USAGE;
        } catch (IOException e) {
            err.println(results + ": the report cannot be written: " + e.getMessage()
                    + ". Check that the folder is writable and the disk is not full.");
            return ExitCode.ENVIRONMENT;
        }
    }

    private int tell(Report.Written report) {
        report.damaged().forEach(spec.commandLine().getErr()::println);
        PrintWriter out = spec.commandLine().getOut();
        out.println(report.results() + (report.results() == 1 ? " result" : " results") + ". Open " + report.index());
        return report.damaged().isEmpty() ? ExitCode.DONE : ExitCode.FELL_SHORT;
    }
}
