package portzero.grader.relay;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import portzero.grader.report.terminal.CompileErrorText;
import portzero.grader.report.terminal.Terminal;
import portzero.grader.run.worker.CompiledSubmission;
import portzero.grader.run.worker.PublicTests;
import portzero.testkit.process.ProcessExit;
import portzero.testkit.subject.ForkedRuntime;
import portzero.testkit.subject.SubjectException;
import portzero.testkit.subject.SubjectSession;
import portzero.testkit.trace.DisplayText;

/** The JVM that the student's classes run in, and what it has said. For one thread. */
final class StudentProgram {

    private final ForkedRuntime runtime;
    private @Nullable SubjectSession session;
    private String shown = "";
    private volatile boolean endTold;

    /** @param runtime where it runs; whoever made it closes it */
    StudentProgram(ForkedRuntime runtime) {
        this.runtime = runtime;
    }

    /** Compiles the student's work; empty, and told why, if it cannot be compiled. */
    static Optional<CompiledSubmission> compile(PublicTests tests, Terminal terminal, Consumer<String> errors) {
        CompiledSubmission work = tests.compile();
        if (work.refusal() == null) {
            return Optional.of(work);
        }
        new CompileErrorText(terminal, tests.work()).lines(work.errors()).forEach(errors);
        errors.accept(CompileErrorText.summary(work.errors()).orElse(String.join("; ", work.diagnostics())));
        return Optional.empty();
    }

    /** Begins anew with classes that were compiled; what runs is ended. */
    SubjectSession begin(CompiledSubmission work) {
        runtime.load(work.classes());
        SubjectSession begun = runtime.begin();
        session = begun;
        shown = "";
        endTold = false;
        return begun;
    }

    /** An exception of its code, in a few words. */
    static String text(Throwable thrown) {
        return thrown instanceof SubjectException own ? own.text() : thrown.toString();
    }

    /** The same with the simple name of its class. */
    static String brief(Throwable thrown) {
        return thrown instanceof SubjectException own ? own.text() : DisplayText.value(thrown);
    }

    /** What it has printed since this was asked last, bounded. */
    String printed() {
        SubjectSession present = session;
        String all = present == null ? "" : present.output();
        if (!all.startsWith(shown) || all.length() <= shown.length()) {
            return "";
        }
        String news = all.substring(shown.length());
        shown = all;
        return news;
    }

    /** How it ended, once, if it has. */
    Optional<String> end() {
        SubjectSession present = session;
        Optional<ProcessExit> death = present == null || endTold ? Optional.empty() : present.death();
        endTold |= death.isPresent();
        return death.map(ProcessExit::text);
    }

    /** Takes note that somebody was told of its end. */
    void endIsTold() {
        endTold = true;
    }
}
