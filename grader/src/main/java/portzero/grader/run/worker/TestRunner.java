package portzero.grader.run.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import portzero.grader.limits.Limits;
import portzero.grader.result.TestResult;
import portzero.grader.run.protocol.GraderException;
import portzero.grader.suite.TestCase;
import portzero.testkit.trace.DeadlineExceededError;
import portzero.testkit.trace.ExplainedFailure;

/**
 * Runs tests through the JUnit launcher. Takes its own engine and nothing that a class path may offer.
 *
 * <p>All tests of a submission are one execution: to discover and launch each by itself took the engine longer than many a
 * test takes to run.
 */
final class TestRunner {

    /** Is told of the tests as they run, on the thread that runs them. */
    interface Watcher {

        /** A test begins. */
        void begins(TestCase test);

        /**
         * A test has ended.
         *
         * @return whether the next one may begin
         */
        boolean ended(TestCase test, TestAttempt ran);
    }

    private final Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .enableTestEngineAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .addTestEngines(new JupiterTestEngine())
            .build());

    private final Limits limits;
    private final boolean lateIsLate;

    /** @param lateIsLate whether the reason why a test was late counts; otherwise each that was late is in doubt */
    TestRunner(Limits limits, boolean lateIsLate) {
        this.limits = limits;
        this.lateIsLate = lateIsLate;
    }

    /** Runs one test once. */
    TestAttempt run(TestCase test) {
        List<TestAttempt> ran = new ArrayList<>();
        run(List.of(test), new Watcher() {
            @Override
            public void begins(TestCase begun) {}

            @Override
            public boolean ended(TestCase same, TestAttempt one) {
                return ran.add(one);
            }
        });
        if (ran.isEmpty()) {
            throw new GraderException(test.id() + " was not run");
        }
        return ran.get(0);
    }

    /** Runs each test once: those of a class together, in the order in which they are given. */
    void run(List<TestCase> tests, Watcher watcher) {
        CancellationToken end = CancellationToken.create();
        TestEventCollector events = new TestEventCollector(tests, end, new TestEventCollector.Observer() {
            @Override
            public void begins(TestCase test) {
                watcher.begins(test);
            }

            @Override
            public boolean ended(TestCase test, TestExecutionResult result, double seconds, String unchecked) {
                TestResult found = result(new ResultBuilder(test, seconds, limits), result, unchecked);
                return watcher.ended(test, new TestAttempt(found, doubt(result.getThrowable())));
            }
        });
        launcher.execute(LauncherExecutionRequestBuilder.request(LauncherDiscoveryRequestBuilder.request()
                        .selectors(tests.stream().map(TestRunner::selector).toList())
                        .build())
                .listeners(events)
                .cancellationToken(end)
                .build());
        events.rethrow();
    }

    private static MethodSelector selector(TestCase test) {
        return DiscoverySelectors.selectMethod(test.method().getDeclaringClass(), test.method());
    }

    private TestAttempt.Doubt doubt(Optional<Throwable> thrown) {
        return thrown.filter(ExplainedFailure.class::isInstance)
                .map(ExplainedFailure.class::cast)
                .map(failure -> switch (failure.explanation().kind()) {
                    case TIMEOUT -> doubt(failure.getCause());
                    case KILLED -> TestAttempt.Doubt.KILLED;
                    case FAILED, STANDSTILL, CRASHED -> TestAttempt.Doubt.NONE;
                })
                .orElse(TestAttempt.Doubt.NONE);
    }

    /** Late is late, unless the machine can have been the cause. */
    private TestAttempt.Doubt doubt(@Nullable Throwable late) {
        if (!lateIsLate || !(late instanceof DeadlineExceededError passed)) {
            return TestAttempt.Doubt.LATE;
        }
        return switch (passed.lateness()) {
            case OF_THE_PROGRAM -> TestAttempt.Doubt.NONE;
            case OF_ITS_COMPUTING -> TestAttempt.Doubt.SLOW;
            case OF_THE_MACHINE, UNKNOWN -> TestAttempt.Doubt.LATE;
        };
    }

    private static TestResult result(ResultBuilder builder, TestExecutionResult result, String unchecked) {
        return switch (result.getStatus()) {
            case SUCCESSFUL -> builder.passed(unchecked);
            case ABORTED -> builder.skipped(result.getThrowable());
            case FAILED -> builder.failed(result.getThrowable());
        };
    }
}
