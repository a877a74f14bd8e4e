package portzero.grader.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import portzero.grader.limits.LimitSetting;
import portzero.grader.limits.Limits;
import portzero.grader.result.ExceededLimit;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestResult;
import portzero.grader.result.TestVisibility;
import portzero.grader.suite.TestCase;

/** Limits that the worker itself keeps. */
class LimitedResultTest {

    @Test
    void a_test_whose_turn_comes_too_late_is_not_run_and_says_why() throws NoSuchMethodException {
        Limits limits = Limits.DEFAULT.with(LimitSetting.WALL_CLOCK, 60);
        assertThat(WallClockBudget.start(Limits.DEFAULT, () -> false).isUp()).isFalse();
        assertThat(WallClockBudget.start(Limits.DEFAULT, () -> true).isUp()).isTrue();
        WallClockBudget clock = new WallClockBudget(limits, System.nanoTime() - 1);
        assertThat(clock.isUp()).isTrue();
        TestAttempt ran = clock.notRun(test());
        assertThat(ran.doubtful()).isFalse();
        assertThat(ran.result().outcome()).isEqualTo(Outcome.TIMEOUT);
        assertThat(ran.result().limit()).isEqualTo(ExceededLimit.WALL_CLOCK);
        assertThat(ran.result().points()).isZero();
        assertThat(ran.result().message()).contains("Not run: ", "60 s");
    }

    @Test
    void long_text_is_cut_and_says_by_how_much() throws NoSuchMethodException {
        Limits limits = Limits.DEFAULT.with(LimitSetting.RESULT_TEXT, 1_000);
        assertThat(message("x".repeat(1_000), limits)).isEqualTo("x".repeat(1_000));
        assertThat(message("x".repeat(1_250), limits))
                .isEqualTo("x".repeat(1_000) + "\n[limit result-text: 250 more characters]");
        assertThat(message("x".repeat(999) + "\ud83d\ude00", limits)) // a pair of surrogates is not torn
                .isEqualTo("x".repeat(999) + "\n[limit result-text: 2 more characters]");
    }

    private static String message(String text, Limits limits) throws NoSuchMethodException {
        TestResult result = new ResultBuilder(test(), 0, limits).skipped(Optional.of(new TestAbortedException(text)));
        return String.valueOf(result.message());
    }

    private static TestCase test() throws NoSuchMethodException {
        return new TestCase(Object.class.getMethod("hashCode"), 1, 10, "hint", "tcp#reads", TestVisibility.HIDDEN);
    }
}
