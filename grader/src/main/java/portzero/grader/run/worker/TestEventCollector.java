package portzero.grader.run.worker;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import portzero.grader.suite.TestCase;
import portzero.testkit.LabTest;

/** Turns what the test engine tells about its tests into what becomes of ours. */
final class TestEventCollector implements TestExecutionListener {

    /** Is told what becomes of each test, on the thread that runs it. */
    interface Observer {

        /** A test begins. */
        void begins(TestCase test);

        /**
         * A test has ended after so many seconds, or its class kept it from running.
         *
         * @param unchecked what the machine could not show, a sentence a line
         * @return whether the next test may begin
         */
        boolean ended(TestCase test, TestExecutionResult result, double seconds, String unchecked);
    }

    private final Map<Method, TestCase> waiting = new LinkedHashMap<>();
    private final CancellationToken end;
    private final Observer observer;
    private long start;
    private String unchecked = "";
    private @Nullable RuntimeException trouble;

    /** @param end cancelled when no further test may begin */
    TestEventCollector(List<TestCase> tests, CancellationToken end, Observer observer) {
        tests.forEach(test -> waiting.put(test.method(), test));
        this.end = end;
        this.observer = observer;
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        test(identifier).ifPresent(test -> {
            start = System.nanoTime();
            unchecked = "";
            goOnIf(() -> {
                observer.begins(test);
                return true;
            });
        });
    }

    @Override
    public void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
        unchecked = entry.getKeyValuePairs().getOrDefault(LabTest.UNCHECKED, unchecked);
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        test(identifier).ifPresent(test -> ended(test, result, seconds()));
        if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            ofClass(identifier).forEach(test -> ended(test, result, 0));
        }
    }

    private void ended(TestCase test, TestExecutionResult result, double seconds) {
        waiting.remove(test.method());
        goOnIf(() -> observer.ended(test, result, seconds, unchecked));
    }

    private double seconds() {
        return Math.round((System.nanoTime() - start) / 1e6) / 1e3;
    }

    private Optional<TestCase> test(TestIdentifier identifier) {
        return identifier
                .getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .map(MethodSource::getJavaMethod)
                .map(waiting::get);
    }

    /** The tests of a class that have not run. */
    private List<TestCase> ofClass(TestIdentifier identifier) {
        List<TestCase> tests = new ArrayList<>(waiting.values());
        tests.removeIf(test -> identifier
                .getSource()
                .filter(ClassSource.class::isInstance)
                .map(ClassSource.class::cast)
                .filter(source -> source.getJavaClass() == test.method().getDeclaringClass())
                .isEmpty());
        return tests;
    }

    /** Asks the observer something, and lets nothing begin any more if it says no or fails. */
    private void goOnIf(BooleanSupplier question) {
        try {
            if (trouble != null || !question.getAsBoolean()) {
                end.cancel();
            }
        } catch (RuntimeException failed) { // which the engine would keep to itself
            trouble = failed;
            end.cancel();
        }
    }

    /** Throws what the observer has thrown. */
    void rethrow() {
        if (trouble != null) {
            throw trouble;
        }
    }
}
