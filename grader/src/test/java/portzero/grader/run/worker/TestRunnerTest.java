package portzero.grader.run.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import portzero.grader.limits.Limits;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestVisibility;
import portzero.grader.run.protocol.GraderException;
import portzero.grader.suite.TestCase;
import portzero.testkit.LabTest;
import portzero.testkit.net.TestNetwork;
import portzero.testkit.subject.InProcessRuntime;
import portzero.testkit.subject.SubjectRuntime;
import portzero.testkit.trace.DeadlineExceededError;
import portzero.testkit.trace.DeadlineMissCause;
import portzero.testkit.trace.Evidence;
import portzero.testkit.trace.ExplainedFailure;
import portzero.testkit.trace.Explanation;

/** How tests of a suite are run, with tests that do as they are told. */
class TestRunnerTest {

    private final TestRunner runner = new TestRunner(Limits.DEFAULT, true);
    private final List<String> told = new ArrayList<>();

    /** Tests for the engine, and not for this build: their class is not called like one. */
    static class First {
        @Test
        void one() {}

        @LabTest(task = 1, points = 1, hint = "none", notes = "tcp")
        void partly(TestNetwork network) {
            network.unchecked("this machine has no second network", "the way there");
            network.unchecked("this machine has no second network", "the way there");
            network.unchecked("this system shows no queue", "what is in it");
        }

        @Test
        void two() {
            throw new TestAbortedException("not written");
        }

        @Test
        void late() {
            throw failure(DeadlineMissCause.OF_THE_PROGRAM);
        }

        @Test
        void delayed() {
            throw failure(DeadlineMissCause.OF_THE_MACHINE);
        }

        @Test
        void unknown() {
            throw failure(DeadlineMissCause.UNKNOWN);
        }

        @Test
        void slow() {
            throw failure(DeadlineMissCause.OF_ITS_COMPUTING);
        }
    }

    static class Second {
        @Test
        void three() {}
    }

    static class Broken {
        @BeforeAll
        static void fail() {
            throw new IllegalStateException("no class of ours has one");
        }

        @Test
        void never() {}
    }

    static ExplainedFailure failure(DeadlineMissCause lateness) {
        Explanation explanation = new Explanation(Explanation.Kind.TIMEOUT, null, Evidence.of("late"), "", "", "");
        return new ExplainedFailure(explanation, new DeadlineExceededError("late", lateness));
    }

    private final TestRunner.Watcher watcher = new TestRunner.Watcher() {
        @Override
        public void begins(TestCase test) {
            told.add(test.method().getName());
        }

        @Override
        public boolean ended(TestCase test, TestAttempt ran) {
            told.add(ran.result().outcome() + (ran.doubtful() ? " " + ran.doubt() : ""));
            return told.size() < 6;
        }
    };

    private static TestCase test(Class<?> type, String name) {
        Method method = Stream.of(type.getDeclaredMethods())
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return new TestCase(method, 1, 1, "hint", "tcp", TestVisibility.HIDDEN);
    }

    @Test
    void tests_of_a_class_run_together_and_in_order() {
        runner.run(List.of(test(First.class, "two"), test(Second.class, "three"), test(First.class, "one")), watcher);
        assertThat(told).containsExactly("two", "SKIPPED", "one", "PASSED", "three", "PASSED");
    }

    @Test
    void a_test_that_passes_says_what_the_machine_could_not_show() {
        SubjectRuntime.use(new InProcessRuntime()); // whatever other tests in this JVM have used
        assertThat(runner.run(test(First.class, "partly")).result().message())
                .isEqualTo("this machine has no second network; not checked: the way there\n"
                        + "this system shows no queue; not checked: what is in it");
        assertThat(runner.run(test(First.class, "one")).result().message()).isNull();
    }

    @Test
    void nothing_begins_any_more_when_the_watcher_says_so() {
        runner.run(
                List.of(
                        test(First.class, "one"),
                        test(First.class, "two"),
                        test(First.class, "late"),
                        test(First.class, "slow"),
                        test(Second.class, "three")),
                watcher);
        assertThat(told).hasSize(6).doesNotContain("slow", "three");
    }

    @Test
    void late_is_late_unless_the_machine_can_have_been_the_cause() {
        assertThat(doubt("late", true)).isEqualTo(TestAttempt.Doubt.NONE);
        assertThat(doubt("delayed", true)).isEqualTo(TestAttempt.Doubt.LATE);
        assertThat(doubt("unknown", true)).isEqualTo(TestAttempt.Doubt.LATE);
        assertThat(doubt("slow", true)).isEqualTo(TestAttempt.Doubt.SLOW);
        assertThat(Stream.of("late", "delayed", "unknown", "slow").map(one -> doubt(one, false)))
                .containsOnly(TestAttempt.Doubt.LATE);
    }

    private static TestAttempt.Doubt doubt(String method, boolean lateIsLate) {
        TestAttempt ran = new TestRunner(Limits.DEFAULT, lateIsLate).run(test(First.class, method));
        assertThat(ran.result().outcome()).isEqualTo(Outcome.TIMEOUT);
        return ran.doubt();
    }

    @Test
    void class_that_cannot_be_set_up_is_a_fault_of_the_grader() {
        TestCase test = test(Broken.class, "never");
        assertThatThrownBy(() -> runner.run(List.of(test), watcher))
                .isInstanceOf(GraderException.class)
                .hasMessageContaining("Broken.never failed without an explanation");
    }

    @Test
    void what_the_watcher_throws_ends_the_run() {
        List<TestCase> tests = List.of(test(First.class, "one"), test(First.class, "two"));
        TestRunner.Watcher gone = new TestRunner.Watcher() {
            @Override
            public void begins(TestCase test) {
                told.add(test.method().getName());
                throw new GraderException("the coordinator is gone");
            }

            @Override
            public boolean ended(TestCase test, TestAttempt ran) {
                return told.add("ended");
            }
        };
        assertThatThrownBy(() -> runner.run(tests, gone)).hasMessage("the coordinator is gone");
        assertThat(told).containsExactly("one");
    }
}
