package portzero.grader.cli.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import portzero.grader.compile.CompileAdvice;
import portzero.grader.compile.CompilerMessage;
import portzero.grader.course.Lab;
import portzero.grader.mistake.MistakeMatcher;
import portzero.grader.progress.LabRecord;
import portzero.grader.progress.ProgressStore;
import portzero.grader.report.terminal.CompileErrorText;
import portzero.grader.report.terminal.FailureText;
import portzero.grader.report.terminal.ProgressText;
import portzero.grader.report.terminal.Terminal;
import portzero.grader.result.LocalRun;
import portzero.grader.result.NamedMistake;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestResult;
import portzero.grader.result.Verdict;
import portzero.grader.run.worker.CompiledSubmission;
import portzero.grader.run.worker.PublicTests;
import portzero.grader.run.worker.TestFollower;
import portzero.grader.store.LocalRunJson;
import portzero.grader.suite.TestCase;

/** One run of public tests on somebody's own work, told in one way or another. */
public final class LocalTestRun {

    private final PublicTests tests;
    private final List<TestCase> chosen;
    private final String seed;
    private final List<TestResult> results = new ArrayList<>();

    public LocalTestRun(PublicTests tests, List<TestCase> chosen, String seed) {
        this.tests = tests;
        this.chosen = chosen;
        this.seed = seed;
    }

    /** Whether all that was chosen has passed, after this work was told of. */
    public boolean isPassedBy(CompiledSubmission work) {
        return work.refusal() == null && passed() == chosen.size();
    }

    private CompiledSubmission run(Consumer<TestResult> watcher) {
        CompiledSubmission work = tests.compile();
        if (work.refusal() == null) {
            tests.run(work, chosen, seed, TestFollower.patient(watcher.andThen(results::add)));
        }
        return work;
    }

    /** Prints the results for programs. */
    public CompiledSubmission json(PrintWriter out) {
        CompiledSubmission work = run(result -> {});
        out.print(LocalRunJson.text(new LocalRun(
                LocalRun.SCHEMA,
                lab().id(),
                tests.suite().digest(),
                Objects.requireNonNullElse(work.refusal(), Verdict.GRADED),
                work.reason(),
                work.refusal() == null ? seed : null,
                new LocalRun.Findings(
                        points(),
                        most(),
                        named(),
                        results,
                        work.errors().stream().map(this::error).toList(),
                        work.diagnostics()))));
        out.flush();
        return work;
    }

    private LocalRun.SourceError error(CompilerMessage error) {
        String file =
                error.path().isEmpty() ? "" : tests.work().resolve(error.path()).toString();
        return new LocalRun.SourceError(
                file,
                error.line(),
                error.column(),
                error.key(),
                error.message(),
                error.source(),
                CompileAdvice.of(error).orElse(null));
    }

    /**
     * Prints the results for people.
     *
     * @param own whether this is the lab's own folder, whose progress is remembered
     */
    public CompiledSubmission tell(PrintWriter out, FailureText text, boolean own) {
        CompiledSubmission work = run(result -> {
            out.print(text.test(result));
            out.flush();
        });
        Terminal terminal = text.terminal();
        if (work.refusal() != null) {
            new CompileErrorText(terminal, tests.work()).lines(work.errors()).forEach(out::println);
            if (work.errors().isEmpty()) {
                work.diagnostics().forEach(note -> terminal.wrap(note).forEach(out::println));
            }
            terminal.wrap(CompileErrorText.summary(work.errors())
                            .map(summary -> summary + ".")
                            .orElse(String.valueOf(work.reason())))
                    .forEach(out::println);
            return work;
        }
        out.println();
        text.advice(results).forEach(out::println);
        List<NamedMistake> named = named();
        text.named(named).forEach(out::println);
        terminal.wrap(summary()).forEach(out::println);
        if (results.stream().anyMatch(LocalTestRun::failed)) {
            terminal.wrap("The same random bytes again: ./lab test " + lab().name() + " --seed " + seed)
                    .forEach(out::println);
        }
        if (own) {
            progress(terminal, named).forEach(out::println);
        }
        return work;
    }

    private List<String> progress(Terminal terminal, List<NamedMistake> named) {
        ProgressStore store = ProgressStore.of(lab().home());
        LabRecord record = store.read(lab()).with(results).withMistakes(named);
        store.write(lab(), record);
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(new ProgressText(terminal, lab()).map(record));
        return lines;
    }

    /** Nothing is read where nothing failed. */
    private List<NamedMistake> named() {
        return results.stream().anyMatch(LocalTestRun::failed)
                ? MistakeMatcher.of(lab()).name(results)
                : List.of();
    }

    private Lab lab() {
        return tests.suite().lab();
    }

    private long passed() {
        return results.stream()
                .filter(result -> result.outcome() == Outcome.PASSED)
                .count();
    }

    private static boolean failed(TestResult result) {
        return result.outcome() != Outcome.PASSED && result.outcome() != Outcome.SKIPPED;
    }

    private int points() {
        return results.stream().mapToInt(TestResult::points).sum();
    }

    private int most() {
        return chosen.stream().mapToInt(TestCase::points).sum();
    }

    private String summary() {
        String counts = passed() + " of " + results.size()
                + (chosen.size() < tests.all().size() ? " chosen" : " public") + " tests passed: " + points() + " of "
                + most() + " points.";
        return chosen.size() < tests.all().size()
                ? counts
                : counts + " Hidden tests are worth the other " + tests.hiddenPoints() + ".";
    }
}
