package portzero.grader.watch;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import portzero.grader.hint.HintSteps;
import portzero.grader.notes.NotesAddress;
import portzero.grader.report.terminal.CompileErrorText;
import portzero.grader.report.terminal.FailureText;
import portzero.grader.report.terminal.LadderText;
import portzero.grader.report.terminal.ProgressText;
import portzero.grader.report.terminal.Terminal;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestResult;
import portzero.grader.run.worker.CompiledSubmission;
import portzero.grader.suite.TestCase;
import portzero.grader.text.SafeText;

/** What the loop shows, line after line; nothing is overwritten, so that it can be read again and piped. For one thread. */
public final class WatchScreen {

    private static final String KEYS = "h hint   a all tests   n next task   o notes   w wire   q quit";
    private static final double NANOSECONDS = 1e9;
    private static final int LONGEST_NAME = 200;

    private final PrintWriter out;
    private final Terminal terminal;
    private final FailureText failures;
    private boolean keysShown;
    private boolean all;
    private long since;
    private int ran;

    public WatchScreen(PrintWriter out, Terminal terminal, FailureText failures) {
        this.out = out;
        this.terminal = terminal;
        this.failures = failures;
    }

    void welcome(WatchedLab lab, Keyboard keyboard) {
        keysShown = keyboard.isPresent();
        say(terminal.bold(lab.lab().id()) + "  " + lab.lab().title());
        say("Save a file in " + lab.lab().home().relativize(lab.tests().work())
                + " and its tests run. Ctrl-C ends this.");
        keys(keyboard);
        out.println();
        out.flush();
    }

    void keys(Keyboard keyboard) {
        if (keyboard.isPresent()) {
            say(KEYS + (keyboard.needsEnter() ? "   (then Enter)" : ""));
        }
    }

    void begins(long when) {
        since = when;
        ran = 0;
    }

    void saved(WatchedLab lab, List<String> files, boolean another) {
        out.println();
        String names = SafeText.line(String.join(", ", files), LONGEST_NAME);
        say(terminal.bold((another ? lab.lab().id() + ": " : "") + names));
    }

    /** Has the run that begins tell of each failure, not of the first only. */
    void tellAll() {
        all = true;
        out.println();
    }

    void compiled(WatchedLab lab, CompiledSubmission work, int tests) {
        if (work.refusal() != null) {
            new CompileErrorText(terminal, lab.tests().work())
                    .lines(work.errors())
                    .forEach(out::println);
            if (work.errors().isEmpty()) {
                work.diagnostics().forEach(this::say);
            }
            say(CompileErrorText.summary(work.errors()).orElse(String.valueOf(work.reason())) + seconds());
        } else if (tests == 0) {
            say("Nothing that is compiled has changed.");
        }
        out.flush();
    }

    void tested(WatchedLab lab, TestResult result) {
        ran++;
        out.print(all ? failures(lab).test(result) : failures.headline(result));
        out.flush();
    }

    /** The story of what is to be mended first, and how far one is. */
    void verdict(WatchedLab lab) {
        if (!all) {
            lab.first().ifPresent(first -> out.print(failures(lab).story(first)));
        }
        all = false;
        List<String> named = failures.named(lab.record().mistakes());
        if (!named.isEmpty()) {
            out.println();
            named.subList(0, named.size() - 1).forEach(out::println); // an empty line follows anyway
        }
        List<TestResult> results = lab.selection().results();
        long passed = results.stream()
                .filter(result -> result.outcome() == Outcome.PASSED)
                .count();
        int points = results.stream().mapToInt(TestResult::points).sum();
        int most = lab.tests().all().stream().mapToInt(TestCase::points).sum();
        out.println();
        say(lab.record().row(lab.lab()) + "  " + passed + " of "
                + lab.tests().all().size() + " public tests passed, " + points + " of " + most + " points"
                + (ran == 0 ? "" : "; " + ran + " run") + seconds());
        if (points == most) {
            say(new ProgressText(terminal, lab.lab()).done());
        } else {
            lab.task().ifPresent(task -> say("Task " + task.number() + " of " + lab.taskCount() + ": " + task.title()));
        }
        if (keysShown) {
            say(KEYS);
        }
        out.flush();
    }

    private FailureText failures(WatchedLab lab) {
        return failures.withPlacesIn(lab.tests().work());
    }

    private String seconds() {
        return String.format(Locale.ROOT, "; %.2f s", (System.nanoTime() - since) / NANOSECONDS);
    }

    void task(WatchedLab lab) {
        out.println();
        lab.task()
                .ifPresentOrElse(
                        task -> {
                            say(terminal.bold(
                                    "Task " + task.number() + " of " + lab.taskCount() + ": " + task.title()));
                            say(task.text());
                            lab.first()
                                    .ifPresent(first -> out.print(failures(lab).test(first)));
                        },
                        () -> say("All tasks are done, as far as the public tests tell."));
        out.flush();
    }

    void hint(WatchedLab lab) {
        out.println();
        if (lab.task().isEmpty()) {
            say("All tasks are done, as far as the public tests tell.");
            return;
        }
        say(terminal.bold(
                "Task " + lab.task().get().number() + ": " + lab.task().get().title()));
        HintSteps steps = new HintSteps(lab.lab(), lab.record());
        lab.remember(steps.give(lab.task().get().number(), this::say));
    }

    void notes(WatchedLab lab) {
        out.println();
        lab.first()
                .map(TestResult::reading)
                .ifPresentOrElse(
                        reading -> say(NotesAddress.of(lab.lab().home(), reading)),
                        () -> say(NotesAddress.of(lab.lab().home(), "index")));
    }

    void wire(WatchedLab lab) {
        out.println();
        lab.first()
                .ifPresentOrElse(
                        first -> {
                            out.print(failures.headline(first));
                            new LadderText(terminal).lines(first.moves()).forEach(out::println);
                        },
                        () -> say("No test fails."));
        out.flush();
    }

    /** Prints a text in as many lines as it takes. */
    void say(String text) {
        terminal.wrap(text).forEach(out::println);
        out.flush();
    }
}
