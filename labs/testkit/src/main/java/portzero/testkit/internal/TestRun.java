package portzero.testkit.internal;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.opentest4j.TestAbortedException;
import portzero.testkit.LabTest;
import portzero.testkit.net.TestNetwork;
import portzero.testkit.process.ProcessExit;
import portzero.testkit.subject.Observation;
import portzero.testkit.subject.SubjectRuntime;
import portzero.testkit.subject.SubjectSession;
import portzero.testkit.trace.DeadlineExceededError;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.Evidence;
import portzero.testkit.trace.ExplainedFailure;
import portzero.testkit.trace.Explanation;
import portzero.testkit.trace.SubjectEndedError;
import portzero.testkit.trace.SubjectStalledError;
import portzero.testkit.trace.UnmetExpectationError;
import portzero.testkit.wire.WireFailure;

/** One run of one test: its cast, and the explanation if it fails. */
public final class TestRun implements AutoCloseable {

    private static final int MOST_OUTPUT = 200;
    private static final int MOST_MESSAGE = 40;

    private final Method test;
    private final TestContext context;
    private final Subjects subjects;
    private final TestNetwork network;
    private @Nullable Throwable miscast;

    public TestRun(ExtensionContext extension) {
        test = extension.getRequiredTestMethod();
        String id = extension.getRequiredTestClass().getSimpleName() + "." + test.getName();
        SubjectSession session = SubjectRuntime.current().begin();
        context = new TestContext(Seed.of(id), session);
        network = new TestNetwork(context);
        subjects = new Subjects(context, session);
    }

    public TestNetwork network() {
        return network;
    }

    Subjects subjects() {
        return subjects;
    }

    /**
     * A new object of the student's class; if there is none, a contract without a performer. The engine would wrap
     * what is thrown while it looks for parameters, so that {@link #perform} throws it instead.
     */
    public Object cast(Class<?> subject, Class<?> contract) {
        try {
            return subjects.create(subject, contract);
        } catch (AssertionError | TestAbortedException failed) {
            miscast = failed;
            return subjects.absent(contract);
        }
    }

    /** Runs the body of the test; throws what the test engine is to see of it. */
    public void perform(InvocationInterceptor.Invocation<@Nullable Void> body) throws Throwable {
        try {
            if (miscast != null) {
                throw miscast;
            }
            body.proceed();
            check();
        } catch (Throwable thrown) { // every way to fail is explained
            throw verdict(thrown);
        }
    }

    /** What this machine could not show while the test ran, in sentences. */
    public Set<String> unchecked() {
        return context.unchecked();
    }

    /** Fails a test whose body passed although the program ended, a call failed, or something is unwritten. */
    private void check() {
        AssertionError trouble = context.trouble();
        if (trouble != null) {
            throw trouble;
        }
        if (hasEnded()) {
            throw new SubjectEndedError("It ended before the test did");
        }
        if (subjects.isUnwritten()) {
            throw subjects.abort();
        }
    }

    /** Asks for something first: that a program was killed a moment ago shows when it does not answer. */
    private boolean hasEnded() {
        subjects.session().output();
        return subjects.session().death().isPresent();
    }

    private Throwable verdict(Throwable thrown) {
        if (subjects.isUnwritten()) {
            return subjects.abort(); // nothing of it ran that the next test would have to be protected from
        }
        subjects.session().spoil();
        if (subjects.leftOut().isPresent()) {
            return subjects.leftOut().get(); // a call in the background has it wrapped into a failure
        }
        // An error of this JVM, such as a lack of memory, is no failure of the submission's.
        boolean ours = thrown instanceof Error && !(thrown instanceof AssertionError);
        return ours || thrown instanceof TestAbortedException ? thrown : new ExplainedFailure(explain(thrown), thrown);
    }

    private Explanation explain(Throwable thrown) {
        SubjectSession session = subjects.session();
        FailureSnapshot snapshot = context.sceneOf(thrown);
        String output = session.output();
        String shown = String.join("\n", DisplayText.lines(output, MOST_OUTPUT));
        // What a program does once it has failed changes nothing any more: least of all may it seem to have been
        // killed.
        Optional<ProcessExit> death = snapshot.ended() ? session.death() : Optional.empty();
        Explanation.Kind kind = kind(thrown, death);
        List<ExceptionTrace> lost = ExceptionTrace.lost(output);
        String message = String.join("\n", DisplayText.lines(message(thrown, death, lost), MOST_MESSAGE));
        FailureRecord record = new FailureRecord(
                kind,
                message,
                new FailureRecord.Exceptions(subjects.fault(thrown).or(() -> subjects.fault(thrown.getCause())), lost),
                new FailureRecord.Threads(
                        session.lacks(Observation.THREADS).isPresent()
                                ? Optional.empty()
                                : Optional.of(snapshot.standing()),
                        snapshot.busy()),
                thrown instanceof UnmetExpectationError unmet ? unmet.difference() : null,
                context.answers(),
                context.connections());
        context.wire().failed(new WireFailure(message, snapshot.steps(), snapshot.position()));
        LabTest description = test.getAnnotation(LabTest.class);
        return new Explanation(
                kind,
                LimitDetector.of(thrown, death, output),
                new Evidence(
                        message,
                        context.trace().lines(snapshot.steps()),
                        context.trace().moves(snapshot.steps()),
                        snapshot.threads(),
                        snapshot.sockets(),
                        shown),
                context.seed().text(),
                String.join("\n", HintSelector.of(description, record)),
                description == null ? "" : description.notes());
    }

    private static Explanation.Kind kind(Throwable thrown, Optional<ProcessExit> death) {
        if (death.isPresent() || thrown instanceof SubjectEndedError) {
            return death.filter(ProcessExit::killed).isPresent() ? Explanation.Kind.KILLED : Explanation.Kind.CRASHED;
        }
        if (thrown instanceof SubjectStalledError) {
            return Explanation.Kind.STANDSTILL;
        }
        return thrown instanceof DeadlineExceededError ? Explanation.Kind.TIMEOUT : Explanation.Kind.FAILED;
    }

    /** What ended a thread comes first: what was missed later is mostly its consequence. */
    private String message(Throwable thrown, Optional<ProcessExit> death, List<ExceptionTrace> lost) {
        String found = subjects.thrownByStudent(thrown).orElseGet(() -> own(thrown));
        String message = Stream.concat(lost.stream().map(ExceptionTrace::sentence), Stream.of(found))
                .collect(Collectors.joining("\n"));
        return death.map(end -> capitalised(end.text()) + " while the test ran"
                        + (thrown instanceof SubjectEndedError ? "" : "\n" + message))
                .orElse(message);
    }

    private String own(Throwable thrown) {
        Throwable cause = thrown.getCause();
        String message = thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
        if (!(thrown instanceof AssertionError)) {
            message = SubjectHandler.brief(thrown);
        }
        message = AssertionMessage.text(message);
        if (cause == null) {
            return message;
        }
        return thrown instanceof UnmetExpectationError
                ? message + subjects.origin(cause)
                : subjects.thrownByStudent(cause).orElse(message);
    }

    private static String capitalised(String clause) {
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
    }

    @Override
    public void close() {
        context.close();
        context.wire().finish(context.trace()::placed, context.trace().size());
        subjects.close();
    }
}
