package portzero.grader.run;

import java.util.Optional;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import portzero.grader.limits.Limits;
import portzero.grader.score.TestResult;
import portzero.grader.suite.TestCase;
import portzero.testkit.trace.ExplainedFailure;

/** Runs single tests through the JUnit launcher. Takes its own engine and nothing that a class path may offer. */
final class TestRunner {

    private final Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .enableTestEngineAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .addTestEngines(new JupiterTestEngine())
            .build());

    private final Limits limits;

    TestRunner(Limits limits) {
        this.limits = limits;
    }

    /** Runs a test once. */
    Ran run(TestCase test) {
        LastResult last = new LastResult();
        long start = System.nanoTime();
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectMethod(test.method().getDeclaringClass(), test.method()))
                        .build(),
                last);
        double seconds = Math.round((System.nanoTime() - start) / 1e6) / 1e3;
        return new Ran(result(test, seconds, last.result()), doubt(last.result()));
    }

    private static Ran.Doubt doubt(Optional<TestExecutionResult> result) {
        return result.flatMap(TestExecutionResult::getThrowable)
                .filter(ExplainedFailure.class::isInstance)
                .map(ExplainedFailure.class::cast)
                .map(failure -> switch (failure.explanation().kind()) {
                    case TIMEOUT -> Ran.Doubt.LATE;
                    case KILLED -> Ran.Doubt.KILLED;
                    case FAILED, STANDSTILL, CRASHED -> Ran.Doubt.NONE;
                })
                .orElse(Ran.Doubt.NONE);
    }

    private TestResult result(TestCase test, double seconds, Optional<TestExecutionResult> result) {
        ResultBuilder builder = new ResultBuilder(test, seconds, limits);
        if (result.isEmpty()) {
            throw new GraderFault(test.id() + " was not run");
        }
        return switch (result.get().getStatus()) {
            case SUCCESSFUL -> builder.passed();
            case ABORTED -> builder.skipped(result.get().getThrowable());
            case FAILED -> builder.failed(result.get().getThrowable());
        };
    }
}
