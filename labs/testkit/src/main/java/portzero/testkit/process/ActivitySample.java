package portzero.testkit.process;

import java.time.Duration;
import java.util.Map;

/**
 * What the threads of a student's program were doing at one moment.
 *
 * @param at when that was, in {@link System#nanoTime()}
 * @param asleep whether the operating system had nothing to run for any of them; true where that cannot be seen
 * @param used processor time that each thread has used so far, in nanoseconds, by the thread's number
 * @param turns how often each thread has been given a processor so far; empty where that cannot be seen
 */
public record ActivitySample(long at, boolean asleep, Map<Long, Long> used, Map<Long, Long> turns) {

    public ActivitySample {
        used = Map.copyOf(used);
        turns = Map.copyOf(turns);
    }

    /**
     * Whether the program has slept from an earlier moment until now. It may have woken for an instant: a JVM does so
     * now and then.
     */
    public boolean hasSleptSince(ActivitySample earlier) {
        long allowed = Math.max(TaskStat.TICK, (at - earlier.at) / 10);
        return earlier.asleep && asleep && busiestSince(earlier).toNanos() <= allowed;
    }

    /** How much processor time the busiest thread has used since an earlier moment. */
    public Duration busiestSince(ActivitySample earlier) {
        return Duration.ofNanos(most(used, earlier.used));
    }

    /** How often the thread that has run most often since an earlier moment has been given a processor. */
    public long mostTurnsSince(ActivitySample earlier) {
        return most(turns, earlier.turns);
    }

    private static long most(Map<Long, Long> now, Map<Long, Long> earlier) {
        return now.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - earlier.getOrDefault(thread.getKey(), 0L))
                .max()
                .orElse(0);
    }
}
