package portzero.testkit.internal;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import portzero.testkit.await.Deadline;
import portzero.testkit.await.QuiescenceProbe;
import portzero.testkit.subject.CallTimeoutException;
import portzero.testkit.subject.CodeLine;
import portzero.testkit.subject.SubjectException;
import portzero.testkit.subject.SubjectExitException;
import portzero.testkit.subject.SubjectSession;
import portzero.testkit.subject.WaitPolicy;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.SubjectEndedError;
import portzero.testkit.trace.TraceEvent;
import portzero.testkit.trace.UnmetExpectationError;

/** The student's objects of one test. */
final class Subjects {

    private final TestContext context;
    private final SubjectSession session;
    private final List<AutoCloseable> closeable = new ArrayList<>();
    private final Map<Throwable, String> ofStudent = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<Class<?>, Integer> numbers = new HashMap<>();
    private volatile @Nullable String unwritten;
    private volatile @Nullable TestAbortedException leftOut;

    Subjects(TestContext context, SubjectSession session) {
        this.context = context;
        this.session = session;
    }

    TestContext stage() {
        return context;
    }

    SubjectSession session() {
        return session;
    }

    /** Creates an object of the student's class and gives its contract. */
    Object create(Class<?> subject, Class<?> contract) {
        if (!contract.isInterface()) {
            throw new IllegalArgumentException("@Subject belongs on a parameter whose type is a contract, but "
                    + contract.getName() + " is a class; use the interface");
        }
        SubjectHandler handler = new SubjectHandler(this, object(subject, contract), subject, contract);
        Object proxy = Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] {contract}, handler);
        if (proxy instanceof AutoCloseable resource) {
            closeable.add(resource);
        }
        return proxy;
    }

    /** How many objects of the class there are, with the one that is being made: its number, from 1. */
    int number(Class<?> subject) {
        return numbers.merge(subject, 1, Integer::sum);
    }

    /** A contract with nobody behind it, for a test that cannot begin. */
    Object absent(Class<?> contract) {
        return Proxy.newProxyInstance(
                contract.getClassLoader(), new Class<?>[] {contract}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("there is no object to call " + method.getName() + " on");
                });
    }

    private SubjectSession.SubjectObject object(Class<?> subject, Class<?> contract) {
        String what = "new " + subject.getSimpleName() + "()";
        Deadline deadline = context.call();
        QuiescenceProbe rest = context.restOfCall();
        try {
            return session.create(subject, contract, new WaitPolicy(deadline.remaining(), rest::isCertain));
        } catch (CallTimeoutException overdue) {
            step(what, "does not return");
            throw SubjectHandler.late(context, what, overdue, deadline, rest);
        } catch (SubjectExitException died) {
            step(what, died.reason());
            throw new SubjectEndedError(died.reason());
        } catch (NoSuchMethodException missing) {
            throw new UnmetExpectationError(StepRecorder.instead(
                    "a constructor without parameters in " + subject.getSimpleName(), "there is none"));
        } catch (ClassNotFoundException missing) {
            throw new UnmetExpectationError("There is no class " + subject.getSimpleName()
                    + " in the submission; hand in " + subject.getSimpleName() + ".java");
        } catch (TestAbortedException unavailable) {
            throw leaveOut(unavailable);
        } catch (Throwable thrown) {
            step(what, "throws " + context.brief(thrown));
            if (unwritten(thrown, what)) {
                throw abort();
            }
            throw new UnmetExpectationError(StepRecorder.instead(
                    what + " to return", "it threw " + DisplayText.line(context.brief(thrown)) + origin(thrown)));
        }
    }

    /** Only a failure makes the creation of an object worth a step. */
    private void step(String what, String outcome) {
        context.trace()
                .add(TraceEvent.Kind.CALL, StepRecorder.TEST, "subject", StepRecorder.TEST + " → " + what, what)
                .outcome(outcome);
    }

    /** Whether the student has not yet written the method: the skeleton's own exception says so. */
    boolean unwritten(Throwable thrown, String method) {
        ofStudent.put(thrown, method);
        List<CodeLine> origin = session.origin(thrown);
        if (thrown instanceof UnsupportedOperationException && !origin.isEmpty() && session.isWritten(origin.get(0))) {
            unwritten = method + " is not written yet"
                    + (thrown.getMessage() == null ? "" : ": " + DisplayText.line(thrown.getMessage()));
        }
        return unwritten != null;
    }

    /** Takes note that the test cannot be carried out here, whatever becomes of it. */
    TestAbortedException leaveOut(TestAbortedException reason) {
        leftOut = reason;
        return reason;
    }

    /** Why the test cannot be carried out here, if that is so. */
    Optional<TestAbortedException> leftOut() {
        return Optional.ofNullable(leftOut);
    }

    TestAbortedException abort() {
        return new TestAbortedException(unwritten);
    }

    boolean isUnwritten() {
        return unwritten != null;
    }

    /** A text about a student's exception that reached the test, if this is one. */
    Optional<String> thrownByStudent(Throwable thrown) {
        return Optional.ofNullable(ofStudent.get(thrown))
                .map(call -> StepRecorder.instead(
                        call + " to return", "it threw " + DisplayText.line(context.brief(thrown)) + origin(thrown)));
    }

    /** A student's exception as the symptoms need it; nothing if it is none. */
    Optional<ExceptionTrace> fault(@Nullable Throwable thrown) {
        if (thrown == null || !ofStudent.containsKey(thrown)) {
            return Optional.empty();
        }
        boolean own = thrown instanceof SubjectException exception
                ? exception.isOwn()
                : session.ownText(thrown).isPresent()
                        || session.isWritten(new CodeLine(thrown.getClass().getName(), "", "", 0));
        return Optional.of(new ExceptionTrace(context.brief(thrown), "", List.of(), own));
    }

    /** Where in the student's code it was thrown, a line each; nothing if that is not known. */
    String origin(Throwable thrown) {
        return session.origin(thrown).stream()
                .filter(session::isWritten)
                .limit(3)
                .map(line -> "\n  at " + line)
                .reduce("", String::concat);
    }

    /** Closes the student's objects; what they do then is no longer part of the test. */
    void close() {
        context.beginCleanUp();
        for (AutoCloseable resource : closeable) {
            try {
                resource.close();
            } catch (AssertionError | Exception late) {
                session.spoil();
            }
        }
        session.close();
    }
}
