package portzero.grader.run.coordinator;

import java.time.Duration;
import portzero.grader.limits.Limits;
import portzero.grader.limits.Setting;

/**
 * How long a worker may say nothing before it counts as hung.
 *
 * @param compiling while it reads and compiles a submission
 * @param testing while it runs one test; it says something whenever it begins to run another
 */
record WorkerTimeouts(Duration compiling, Duration testing) {

    private static final Duration ONE_TEST = Duration.ofSeconds(60);

    static WorkerTimeouts under(Limits limits) {
        return new WorkerTimeouts(
                Duration.ofSeconds(limits.of(Setting.COMPILE_TIME)),
                ONE_TEST.multipliedBy(limits.of(Setting.DEADLINES)));
    }
}
