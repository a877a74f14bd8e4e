package portzero.testkit.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import portzero.testkit.await.Await;
import portzero.testkit.await.Deadline;
import portzero.testkit.await.PendingCall;
import portzero.testkit.await.QuiescenceProbe;
import portzero.testkit.subject.CallTimeoutException;
import portzero.testkit.subject.SubjectException;
import portzero.testkit.subject.SubjectExitException;
import portzero.testkit.subject.SubjectSession;
import portzero.testkit.subject.WaitPolicy;
import portzero.testkit.trace.DeadlineExceededError;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.Step;
import portzero.testkit.trace.SubjectEndedError;
import portzero.testkit.trace.SubjectStalledError;
import portzero.testkit.trace.TraceEvent;

/** What a test holds instead of the student's object: each call becomes a step, has a deadline, and may fail. */
final class SubjectHandler implements InvocationHandler {

    private final Subjects subjects;
    private final SubjectSession.SubjectObject object;
    private final String name;
    private final String role;

    SubjectHandler(Subjects subjects, SubjectSession.SubjectObject object, Class<?> subject, Class<?> contract) {
        this.subjects = subjects;
        this.object = object;
        int number = subjects.number(subject);
        name = subject.getSimpleName() + (number == 1 ? "" : "#" + number);
        role = role(contract.getSimpleName());
        subjects.stage().plays(role);
    }

    /** The last word of the contract's name: {@code FrameClient} is a client. */
    static String role(String contract) {
        return contract.replaceFirst(".*(?=\\p{Lu}\\p{Ll})", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given) throws Throwable {
        @Nullable Object[] arguments = given == null ? new @Nullable Object[0] : given;
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        TestContext context = subjects.stage();
        Arrays.stream(arguments).forEach(context::knows);
        String call = called(method) + arguments(arguments);
        Step step = context.trace()
                .add(
                        TraceEvent.Kind.CALL,
                        StepRecorder.TEST,
                        role,
                        StepRecorder.TEST + " → " + call,
                        method.getName() + arguments(arguments));
        return call(method, arguments, step);
    }

    private @Nullable Object call(Method method, @Nullable Object[] arguments, Step step) throws Throwable {
        TestContext context = subjects.stage();
        PendingCall.calls(called(method), method.getReturnType() == void.class);
        Deadline deadline = PendingCall.isCurrent() ? context.wholeTest() : context.call();
        QuiescenceProbe rest = context.restOfCall();
        try {
            Object value = object.call(method, arguments, new WaitPolicy(deadline.remaining(), rest::isCertain));
            context.knows(value);
            Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
            if (plain instanceof byte[] bytes) {
                context.from(called(method) + " to return", bytes);
            }
            end(step, method, method.getReturnType() == void.class ? "returns" : "returns " + DisplayText.value(value));
            return value;
        } catch (CallTimeoutException overdue) {
            end(step, method, "does not return");
            throw context.failed(late(context, called(method), overdue, deadline, rest));
        } catch (SubjectExitException died) {
            end(step, method, died.reason());
            throw context.failed(new SubjectEndedError(died.reason()));
        } catch (TestAbortedException unavailable) {
            end(step, method, "cannot be had here");
            throw subjects.leaveOut(unavailable);
        } catch (Throwable thrown) {
            end(step, method, "throws " + DisplayText.line(context.brief(thrown)));
            throw subjects.unwritten(thrown, called(method)) ? subjects.abort() : plain(thrown);
        }
    }

    private void end(Step step, Method method, String outcome) {
        subjects.stage().trace().end(step, called(method), outcome);
    }

    private String called(Method method) {
        return name + "." + method.getName();
    }

    /** Says that a call did not return. */
    static AssertionError late(
            TestContext context, String call, CallTimeoutException overdue, Deadline deadline, QuiescenceProbe rest) {
        String known = overdue.hopeless() || overdue.detail().isEmpty() ? "" : "; " + overdue.detail();
        String missing = StepRecorder.instead(call + PendingCall.awaited(), "it did not");
        return overdue.hopeless()
                ? new SubjectStalledError(missing + Await.stillness(deadline, context))
                : new DeadlineExceededError(missing + " (" + deadline + ")" + known, rest.lateness(deadline));
    }

    /** The exception's own name and message; a message of the student's own is theirs to read. */
    static String brief(Throwable thrown) {
        if (thrown instanceof SubjectException exception) {
            return exception.text();
        }
        String type = thrown.getClass().getSimpleName();
        return thrown.getMessage() == null ? type : type + ": " + thrown.getMessage();
    }

    /** An {@code Error} of student code must not pass for one of the test engine's. */
    private static Throwable plain(Throwable thrown) {
        if (!(thrown instanceof Error)) {
            return thrown;
        }
        SubjectException plain = new SubjectException(thrown.getClass().getName(), thrown.getMessage());
        plain.setStackTrace(thrown.getStackTrace());
        return plain;
    }

    private static String arguments(@Nullable Object[] arguments) {
        return Arrays.stream(arguments).map(DisplayText::value).collect(Collectors.joining(", ", "(", ")"));
    }

    private Object ofObject(Object proxy, Method method, @Nullable Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "the student's " + name;
        };
    }
}
