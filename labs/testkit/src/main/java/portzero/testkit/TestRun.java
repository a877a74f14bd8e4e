package portzero.testkit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;
import portzero.testkit.kernel.TcpSocket;
import portzero.testkit.subject.Death;
import portzero.testkit.subject.StudentThread;
import portzero.testkit.subject.SubjectHome;
import portzero.testkit.subject.SubjectSession;
import portzero.testkit.trace.DeadlinePassed;
import portzero.testkit.trace.ExplainedFailure;
import portzero.testkit.trace.Explanation;
import portzero.testkit.trace.ProgramEnded;
import portzero.testkit.trace.Shown;

/** One run of one test: its cast, and the explanation if it fails. */
final class TestRun implements AutoCloseable {

    private static final int MOST_LINES = 8;

    private final Method test;
    private final Stage stage;
    private final Subjects subjects;
    private final Wire wire;

    TestRun(ExtensionContext context) {
        test = context.getRequiredTestMethod();
        String id = context.getRequiredTestClass().getSimpleName() + "." + test.getName();
        stage = new Stage(Seed.of(id));
        wire = new Wire(stage);
        SubjectSession session = SubjectHome.current().begin();
        subjects = new Subjects(stage, session);
    }

    Wire wire() {
        return wire;
    }

    Subjects subjects() {
        return subjects;
    }

    /** What the test engine is to see of a test that ended with {@code thrown}. */
    Throwable verdict(Throwable thrown) {
        subjects.session().spoil();
        if (subjects.isUnwritten() || thrown instanceof TestAbortedException) {
            return subjects.isUnwritten() ? subjects.abort() : thrown;
        }
        return new ExplainedFailure(explain(thrown), thrown);
    }

    /** Fails a test whose body passed although the program ended or something was unwritten. */
    void check() {
        if (subjects.isUnwritten()) {
            subjects.session().spoil();
            throw subjects.abort();
        }
        if (subjects.session().death().isPresent()) {
            ProgramEnded ended = new ProgramEnded("The program ended before the test did");
            throw (ExplainedFailure) verdict(ended);
        }
    }

    private Explanation explain(Throwable thrown) {
        SubjectSession session = subjects.session();
        List<String> threads = session.threads().stream()
                .map(StudentThread::toString)
                .map(Shown::line)
                .limit(MOST_LINES)
                .toList();
        List<String> sockets = stage.subjectSockets().stream()
                .map(TcpSocket::text)
                .limit(MOST_LINES)
                .toList();
        String output = session.output();
        Optional<Death> death = session.death();
        return new Explanation(
                kind(thrown, death),
                message(thrown, death),
                Limits.of(thrown, death, output),
                stage.trace().lines(),
                stage.trace().moves(),
                threads,
                sockets,
                output,
                stage.seed().text(),
                annotation(Hint.class, Hint::value),
                annotation(Reading.class, Reading::value));
    }

    private static Explanation.Kind kind(Throwable thrown, Optional<Death> death) {
        if (death.isPresent() || thrown instanceof ProgramEnded) {
            return Explanation.Kind.CRASHED;
        }
        return thrown instanceof DeadlinePassed ? Explanation.Kind.TIMEOUT : Explanation.Kind.FAILED;
    }

    private String message(Throwable thrown, Optional<Death> death) {
        String message = subjects.thrownByStudent(thrown).orElseGet(() -> own(thrown));
        return death.map(end -> capitalised(end.text()) + " while the test ran\n" + message)
                .orElse(message);
    }

    private String own(Throwable thrown) {
        Throwable cause = thrown.getCause();
        String message = thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
        if (!(thrown instanceof AssertionError)) {
            message = SubjectHandler.brief(thrown);
        }
        return cause == null ? message : subjects.thrownByStudent(cause).orElse(message);
    }

    private static String capitalised(String clause) {
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
    }

    private <A extends Annotation> String annotation(Class<A> type, Function<A, String> value) {
        A annotation = test.getAnnotation(type);
        return annotation == null ? "" : value.apply(annotation);
    }

    @Override
    public void close() {
        stage.close();
        subjects.close();
    }
}
