package portzero.testkit.await;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import portzero.testkit.internal.TestContext;

/**
 * A time in which the test does nothing, for a subject that is to have patience: as long as anything in it could lose it.
 *
 * <p>A program whose threads all wait without a time limit does nothing before something comes; there a pause that has begun
 * may as well end. What does have a time limit may be harmless, so that only waiting shows what comes of it.
 */
public final class Pause {

    /** Longer than the limits of a second, two or three that are often set. */
    private static final Duration WHILE_LIMITED = Duration.ofSeconds(4);

    /** Where nobody can tell what the program waits for. */
    private static final Duration UNSEEN = Duration.ofMillis(1_200);

    private static final long BETWEEN_LOOKS = 60_000_000; // nanoseconds

    private Pause() {}

    /** Lets the time pass, and makes it a step of the story. */
    public static void pass(TestContext context) {
        long begin = System.nanoTime();
        long end = begin + (context.tellsRest() ? WHILE_LIMITED : UNSEEN).toNanos();
        boolean patient = false;
        boolean before = false;
        while (!patient && System.nanoTime() - end < 0) {
            park(Math.min(BETWEEN_LOOKS, end - System.nanoTime()));
            boolean now = context.isAtRest();
            patient = before && now; // two looks must agree, so that nothing that was on its way is overlooked
            before = now;
        }
        long tenths = Math.round((System.nanoTime() - begin) / 1e8);
        String time = Deadlines.text(Duration.ofMillis(100 * tenths));
        String note = "test does nothing for " + time;
        context.note(patient ? note + ": all that is open waits for it, without a time limit" : note, "pause");
    }

    private static void park(long nanoseconds) {
        long end = System.nanoTime() + nanoseconds;
        while (System.nanoTime() - end < 0) {
            LockSupport.parkNanos(end - System.nanoTime()); // may return early
        }
    }
}
