package portzero.grader.run.coordinator;

import java.time.Duration;
import portzero.grader.limits.LimitSetting;
import portzero.grader.limits.Limits;

/**
 * How long a worker may say nothing before it counts as hung, and keep others waiting.
 *
 * @param compiling while it reads and compiles a submission
 * @param testing while it runs one test; it says something whenever it begins to run another
 * @param alone how long one submission may have the machine to itself while others wait for their turn
 */
record WorkerTimeouts(Duration compiling, Duration testing, Duration alone) {

    private static final Duration ONE_TEST = Duration.ofSeconds(60);

    /** A right program that a busy machine has delayed needs a second or two. */
    private static final Duration ALONE = Duration.ofSeconds(20);

    static WorkerTimeouts under(Limits limits) {
        return new WorkerTimeouts(
                Duration.ofSeconds(limits.of(LimitSetting.COMPILE_TIME)),
                ONE_TEST.multipliedBy(limits.of(LimitSetting.DEADLINES)),
                ALONE.multipliedBy(limits.of(LimitSetting.DEADLINES)));
    }
}
