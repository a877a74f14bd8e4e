package portzero.grader.run;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Remembers how the only test of an execution ended, or the container that kept it from running. */
final class LastResult implements TestExecutionListener {

    private @Nullable TestExecutionResult result;

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult finished) {
        boolean failed = finished.getStatus() != TestExecutionResult.Status.SUCCESSFUL;
        if (identifier.isTest() || (failed && result == null)) {
            result = finished;
        }
    }

    Optional<TestExecutionResult> result() {
        return Optional.ofNullable(result);
    }
}
