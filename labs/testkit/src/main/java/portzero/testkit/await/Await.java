package portzero.testkit.await;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import portzero.testkit.trace.DeadlineExceededError;
import portzero.testkit.trace.DeadlineMissCause;
import portzero.testkit.trace.SubjectStalledError;

/**
 * One wait of the test's for something that the subject is to do. It ends without success when the deadline has
 * passed, and earlier when the subject has come to rest.
 *
 * <p>Use {@link #until}; or ask {@link #failure} first, then look once more for what is awaited, then throw the failure.
 */
public final class Await {

    private final Deadline deadline;
    private final WaitMonitor monitor;
    private final QuiescenceProbe rest;
    private final Supplier<String> missing;

    /**
     * Begins a wait.
     *
     * @param missing says, when it has failed, what was expected and did not come
     */
    public Await(Deadline deadline, WaitMonitor monitor, Supplier<String> missing) {
        this.deadline = deadline;
        this.monitor = monitor;
        this.missing = missing;
        rest = monitor.rest();
    }

    /** Milliseconds until the deadline, at least 1. */
    long milliseconds() {
        return deadline.milliseconds();
    }

    /** Why to wait no longer; null while waiting makes sense. */
    public @Nullable Supplier<AssertionError> failure() {
        if (rest.isCertain()) {
            return () -> monitor.failed(new SubjectStalledError(missing.get() + stillness(deadline, monitor)));
        }
        if (deadline.isPassed()) {
            return () -> late(deadline, monitor, missing, rest.lateness(deadline));
        }
        return null;
    }

    /**
     * Says that it is too late even for what could be had at once.
     *
     * @throws AssertionError if the deadline has passed
     */
    public static void requireTime(Deadline deadline, WaitMonitor monitor, Supplier<String> missing) {
        if (deadline.isPassed()) {
            throw late(deadline, monitor, missing, DeadlineMissCause.UNKNOWN);
        }
    }

    private static AssertionError late(
            Deadline deadline, WaitMonitor monitor, Supplier<String> missing, DeadlineMissCause lateness) {
        return monitor.failed(new DeadlineExceededError(missing.get() + " (" + deadline + ")", lateness));
    }

    /** Something to look at again and again. */
    public interface Condition<X extends Exception> {
        boolean holds() throws X;
    }

    /**
     * Looks until a condition holds, where neither the kernel nor the JVM has an event to wait for.
     *
     * @param pause nanoseconds between two looks
     * @throws AssertionError if waiting makes no sense any more, and it does not hold even then
     */
    public <X extends Exception> void until(long pause, Condition<X> condition) throws X {
        Supplier<AssertionError> failure = null;
        while (!condition.holds()) {
            if (failure != null) {
                throw failure.get();
            }
            LockSupport.parkNanos(pause);
            failure = failure();
        }
    }

    /** The end of a sentence about something that did not happen, and never will. */
    public static String stillness(Deadline deadline, WaitMonitor monitor) {
        String waited = deadline.whole() ? "" : deadline.waited() + "; ";
        return " (" + waited + "the program stands still: " + monitor.standing() + ")";
    }
}
