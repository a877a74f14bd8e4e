package portzero.testkit.await;

import java.time.Duration;

/**
 * A point in time that something must not pass.
 *
 * @param allowed how long it was when it began, for messages
 * @param end the end, in {@link System#nanoTime()}
 * @param whole whether it is the whole test's
 */
public record Deadline(Duration allowed, long end, boolean whole) {

    public static Deadline in(Duration allowed) {
        return new Deadline(allowed, System.nanoTime() + allowed.toNanos(), false);
    }

    public static Deadline ofTest() {
        return new Deadline(Deadlines.test(), in(Deadlines.test()).end, true);
    }

    /** A deadline of its own that does not outlast this one. */
    public Deadline within(Duration duration) {
        Deadline other = in(duration);
        return other.end - end < 0 ? other : this;
    }

    public boolean isPassed() {
        return end - System.nanoTime() <= 0;
    }

    /** Milliseconds left, at least 1 so that a selector does not take it for “for ever”. */
    public long milliseconds() {
        return Math.max(1, (end - System.nanoTime()) / 1_000_000);
    }

    public Duration remaining() {
        return Duration.ofMillis(milliseconds());
    }

    /** How long has been waited until now. */
    String waited() {
        long nanoseconds = allowed.toNanos() - (end - System.nanoTime());
        return "waited " + Deadlines.text(Duration.ofMillis(Math.max(1, nanoseconds / 1_000_000)));
    }

    /** How long was waited, for the end of a message. */
    @Override
    public String toString() {
        return (whole ? "the whole test took " : "waited ") + Deadlines.text(allowed);
    }
}
