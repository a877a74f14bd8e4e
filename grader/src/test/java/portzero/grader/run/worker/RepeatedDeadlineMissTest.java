package portzero.grader.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestInfo;
import portzero.grader.result.TestResult;
import portzero.grader.result.TestVisibility;
import portzero.testkit.trace.Evidence;

class RepeatedDeadlineMissTest {

    private static final String LOOP = "%s  running, EchoServer.java:41 (serve)";
    private static final String OTHER = "%s  running, EchoServer.java:57 (drain)";

    private final RepeatedDeadlineMiss proven = new RepeatedDeadlineMiss();

    private static TestAttempt ran(TestAttempt.Doubt doubt, Outcome outcome, String... threads) {
        return new TestAttempt(
                new TestResult(
                        new TestInfo("T.one", "one", 1, TestVisibility.HIDDEN, 5, "hint", "tcp"),
                        outcome,
                        null,
                        false,
                        0,
                        1.5,
                        new Evidence("late", List.of(), List.of(), List.of(threads), List.of(), "")),
                doubt);
    }

    private static TestAttempt slow(String... threads) {
        return ran(TestAttempt.Doubt.SLOW, Outcome.TIMEOUT, threads);
    }

    @Test
    void same_lines_need_be_shown_to_be_slow_once() {
        TestAttempt first = slow(LOOP.formatted("echo-41337"));
        assertThat(proven.covers(first)).isFalse();
        proven.add(first, slow(LOOP.formatted("echo-5")));
        assertThat(proven.covers(slow(LOOP.formatted("echo-34261")))).isTrue();
        assertThat(proven.covers(slow(OTHER.formatted("echo-34261")))).isFalse();
        assertThat(proven.covers(slow(LOOP.formatted("a"), OTHER.formatted("b"))))
                .isFalse();
    }

    @Test
    void test_that_the_machine_may_have_delayed_is_never_covered() {
        proven.add(slow(LOOP.formatted("a")), slow(LOOP.formatted("a")));
        assertThat(proven.covers(ran(TestAttempt.Doubt.LATE, Outcome.TIMEOUT, LOOP.formatted("a"))))
                .isFalse();
        assertThat(proven.covers(ran(TestAttempt.Doubt.KILLED, Outcome.CRASHED, LOOP.formatted("a"))))
                .isFalse();
    }

    @Test
    void what_ended_otherwise_alone_shows_nothing() {
        TestAttempt first = slow(LOOP.formatted("a"));
        proven.add(first, ran(TestAttempt.Doubt.NONE, Outcome.FAILED, LOOP.formatted("a")));
        assertThat(proven.covers(first)).isFalse();
    }

    @Test
    void program_whose_threads_are_not_known_shows_nothing() {
        proven.add(slow(), slow());
        assertThat(proven.covers(slow())).isFalse();
    }
}
