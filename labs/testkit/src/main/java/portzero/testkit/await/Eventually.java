package portzero.testkit.await;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import portzero.testkit.internal.StepRecorder;
import portzero.testkit.internal.TestContext;
import portzero.testkit.trace.DisplayText;

/** Asks the subject the same thing again and again, until the answer is what it should be. */
public final class Eventually {

    private static final long SHORTEST = 500_000; // nanoseconds between two questions, at first
    private static final long LONGEST = 20_000_000;

    private final TestContext context;

    public Eventually(TestContext context) {
        this.context = context;
    }

    public <T> void until(T expected, Callable<T> question) throws Exception {
        int before = context.trace().size();
        Object[] last = new Object[1];
        Await wait = new Await(context.operation(), context, () -> missing(expected, last[0]));
        long pause = SHORTEST;
        last[0] = question.call();
        while (!expected.equals(last[0])) {
            Supplier<AssertionError> failure = wait.failure();
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST);
            context.trace().rewind(before);
            last[0] = question.call();
            if (failure != null && !expected.equals(last[0])) {
                throw failure.get();
            }
        }
    }

    private static String missing(Object expected, Object last) {
        return StepRecorder.instead(
                DisplayText.value(expected) + ", if not at once then soon",
                "it was " + DisplayText.value(last) + " to the end");
    }
}
