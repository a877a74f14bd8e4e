package portzero.grader.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import portzero.grader.cli.console.NotesLinks;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;
import portzero.grader.hint.HintSteps;
import portzero.grader.progress.LabRecord;
import portzero.grader.progress.ProgressStore;
import portzero.grader.progress.SheetTask;
import portzero.grader.report.terminal.FailureText;
import portzero.grader.report.terminal.Terminal;

/** Gives the next hint. */
@Command(
        name = "hint",
        mixinStandardHelpOptions = true,
        description = "Give the next hint for a task: a question, a pointer, then nearly the answer.",
        footer = {
            "",
            "It remembers how far you went. Without TASK it is the one whose failure your last ./lab test or",
            "./lab watch told first; if it told none, the first that is not done.",
            "",
            "Exit codes: 0 done; 2 bad usage."
        })
final class HintCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LAB", description = "lab02, 2 or echo")
    private String lab = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "TASK", description = "the number of the task")
    private @Nullable Integer task;

    @Option(names = "--task", paramLabel = "N", description = "the same as TASK, as ./lab test says it")
    void task(int number) {
        task = number;
    }

    @Option(names = "--all", description = "give all hints of the task")
    private boolean all;

    @Option(names = "--reset", description = "begin again with the first hint of each task of this lab")
    private boolean reset;

    @Override
    public Integer call() throws CourseException {
        Course course = Course.here();
        Lab chosen = course.lab(lab);
        ProgressStore store = ProgressStore.of(course.home());
        LabRecord record = store.read(chosen);
        PrintWriter out = spec.commandLine().getOut();
        if (reset) {
            store.write(chosen, record.withoutHints());
            out.println("The next hint of each task of " + chosen.id() + " is its first again.");
            return ExitCode.DONE;
        }
        Terminal terminal = Terminal.system();
        if (task == null) {
            new FailureText(terminal, NotesLinks.readings(course.home()))
                    .named(record.mistakes())
                    .forEach(out::println);
        }
        SheetTask sheet = task(chosen, record);
        out.println(terminal.bold(terminal.fit("Task " + sheet.number() + ": " + sheet.title())));
        HintSteps steps = new HintSteps(chosen, record);
        if (all) {
            steps.all(sheet.number(), text -> terminal.wrap(text).forEach(out::println));
        } else {
            store.write(
                    chosen,
                    steps.give(sheet.number(), text -> terminal.wrap(text).forEach(out::println)));
        }
        return ExitCode.DONE;
    }

    private SheetTask task(Lab chosen, LabRecord record) {
        List<SheetTask> tasks = SheetTask.of(chosen);
        if (task != null) {
            return tasks.stream()
                    .filter(one -> one.number() == task)
                    .findFirst()
                    .orElseThrow(() -> new BadInputException(
                            spec.commandLine(),
                            "There is no task " + task + "; " + chosen.id() + " has tasks 1 to " + tasks.size() + "."));
        }
        return record.current(tasks)
                .orElseThrow(() -> new BadInputException(
                        spec.commandLine(),
                        "Your last ./lab test " + chosen.name()
                                + " passed all tasks; name one for its hints: ./lab hint " + chosen.name() + " 1"));
    }
}
