package portzero.grader.run.worker;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import portzero.grader.limits.LimitSetting;
import portzero.grader.limits.Limits;
import portzero.grader.result.ExceededLimit;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestResult;
import portzero.grader.suite.TestCase;
import portzero.testkit.trace.Evidence;

/** The time that all tests of one submission may take together. */
final class WallClockBudget {

    private final Limits limits;
    private final long end;
    private final BooleanSupplier stopped;

    /** @param end as {@link System#nanoTime} counts */
    WallClockBudget(Limits limits, long end) {
        this(limits, end, () -> false);
    }

    private WallClockBudget(Limits limits, long end, BooleanSupplier stopped) {
        this.limits = limits;
        this.end = end;
        this.stopped = stopped;
    }

    /**
     * Begins to count.
     *
     * @param stopped whether somebody wants no further test
     */
    static WallClockBudget start(Limits limits, BooleanSupplier stopped) {
        return new WallClockBudget(
                limits, System.nanoTime() + TimeUnit.SECONDS.toNanos(limits.of(LimitSetting.WALL_CLOCK)), stopped);
    }

    /** Whether no further test may begin. */
    boolean isUp() {
        return stopped.getAsBoolean() || System.nanoTime() - end >= 0;
    }

    /** What is said of a test whose turn came too late. */
    TestAttempt notRun(TestCase test) {
        return new TestAttempt(
                new TestResult(
                        test.info(),
                        Outcome.TIMEOUT,
                        ExceededLimit.WALL_CLOCK,
                        false,
                        0,
                        0,
                        Evidence.of("Not run: the tests before it had taken the " + limits.text(LimitSetting.WALL_CLOCK)
                                + " that all tests of a submission have together.")),
                TestAttempt.Doubt.NONE);
    }
}
