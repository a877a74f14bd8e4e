package portzero.grader.run.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import portzero.grader.limits.Limits;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestResult;
import portzero.grader.suite.Suite;
import portzero.grader.suite.TestCase;
import portzero.testkit.await.Deadlines;
import portzero.testkit.external.ExternalRuntime;
import portzero.testkit.subject.SubjectRuntime;

/** A lab's tests against a program in any language, one after another and with nothing beside them. For one thread. */
public final class ExternalTests {

    private static final double PATIENCE = 2;

    private final Suite suite;
    private final ExternalRuntime runtime;
    private final TestRunner runner = new TestRunner(Limits.DEFAULT, true);

    /** Makes all tests in this JVM run against that runtime. Whoever made the runtime closes it. */
    public ExternalTests(Suite suite, ExternalRuntime runtime) {
        this.suite = suite;
        this.runtime = runtime;
        SubjectRuntime.use(runtime);
    }

    /** All tests that this course holds, by task; those that cannot be carried out from outside will say so. */
    public List<TestCase> all() {
        return suite.tests();
    }

    /**
     * Runs tests, and those again, with more time, that the machine may have made late.
     *
     * @param seed what random choices are drawn from, 1 to 32 hexadecimal digits
     * @param results is told of each test that has ended for good
     */
    public void run(List<TestCase> tests, String seed, Consumer<TestResult> results) {
        System.setProperty(SubmissionGrader.SEED, seed);
        List<TestCase> again = new ArrayList<>();
        List<TestResult> late = new ArrayList<>();
        runner.run(tests, new TestRunner.Watcher() {
            @Override
            public void begins(TestCase test) {}

            @Override
            public boolean ended(TestCase test, TestAttempt ran) {
                stayIfEnding();
                if (ran.doubt() == TestAttempt.Doubt.LATE || ran.doubt() == TestAttempt.Doubt.KILLED) {
                    again.add(test);
                    late.add(ran.result());
                } else {
                    results.accept(ran.result());
                }
                return true;
            }
        });
        for (int i = 0; i < again.size(); i++) {
            results.accept(withMoreTime(again.get(i), late.get(i)));
        }
    }

    /** In a program that is ending, by Ctrl-C for instance, a test fails because its program was ended: that is told nobody. */
    private void stayIfEnding() {
        while (runtime.isClosed()) {
            LockSupport.park();
        }
    }

    private TestResult withMoreTime(TestCase test, TestResult first) {
        double usual = Double.parseDouble(System.getProperty(Deadlines.SCALE, "1"));
        TestResult result = DeadlineScale.during(
                Double.toString(PATIENCE * usual), () -> runner.run(test).result());
        stayIfEnding();
        return result.outcome() == Outcome.PASSED ? FlakyResult.of(first, result) : result;
    }
}
