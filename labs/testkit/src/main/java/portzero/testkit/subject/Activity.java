package portzero.testkit.subject;

import java.time.Duration;
import java.util.Map;

/**
 * What the threads of a student's program were doing at one moment.
 *
 * @param at when that was, in {@link System#nanoTime()}
 * @param asleep whether the operating system had nothing to run for any of them; true where that cannot be seen
 * @param used processor time that each thread has used so far, in nanoseconds, by the thread's number
 */
public record Activity(long at, boolean asleep, Map<Long, Long> used) {

    public Activity {
        used = Map.copyOf(used);
    }

    /**
     * Whether the program has slept from an earlier moment until now. It may have woken for an instant: a JVM does so
     * now and then.
     */
    public boolean hasSleptSince(Activity earlier) {
        long allowed = Math.max(TaskStat.TICK, (at - earlier.at) / 10);
        return earlier.asleep && asleep && busiestSince(earlier).toNanos() <= allowed;
    }

    /** How much processor time the busiest thread has used since an earlier moment. */
    public Duration busiestSince(Activity earlier) {
        long most = used.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - earlier.used.getOrDefault(thread.getKey(), 0L))
                .max()
                .orElse(0);
        return Duration.ofNanos(most);
    }
}
