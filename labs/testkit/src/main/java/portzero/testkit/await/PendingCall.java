package portzero.testkit.await;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import portzero.testkit.internal.StepRecorder;
import portzero.testkit.internal.TestContext;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.UnmetExpectationError;

/**
 * A call of the subject that runs while the test does something else.
 *
 * @param <T> what the call returns
 */
public final class PendingCall<T extends @Nullable Object> {

    private static final long SLICE = 20; // milliseconds between two looks at the subject

    private final TestContext context;
    private final FutureTask<T> task;
    private final Background thread;
    private volatile boolean expected;

    public PendingCall(TestContext context, Callable<T> call) {
        this.context = context;
        task = new FutureTask<>(call);
        thread = new Background(task);
        thread.setDaemon(true);
        thread.start();
        context.started(this);
    }

    /** A thread whose calls of the subject wait for what the test does meanwhile. */
    private static final class Background extends Thread {
        Background(Runnable task) {
            super(task, "test-background");
        }

        /** What it called last, for messages. */
        private volatile String call = "the call";

        private volatile boolean withoutResult;

        /** What is expected of that call. */
        private volatile String awaited = " to return";
    }

    /** What the current thread's call is to do: to return, unless the test waits for it to fail. */
    public static String awaited() {
        return Thread.currentThread() instanceof Background background ? background.awaited : " to return";
    }

    /** Takes note of the call that the current thread is about to make, if it runs in the background. */
    public static void calls(String call, boolean withoutResult) {
        if (Thread.currentThread() instanceof Background background) {
            background.call = call;
            background.withoutResult = withoutResult;
        }
    }

    /** Whether the current thread runs such a call. */
    public static boolean isCurrent() {
        return Thread.currentThread() instanceof Background;
    }

    /**
     * Waits for the call to return; its time runs from now, for until now it may have waited for the test.
     *
     * @return what it returned
     * @throws Exception what the call threw
     * @throws AssertionError if it has not returned by the deadline
     */
    public T result() throws Exception {
        expected = true;
        Await wait = new Await(
                context.call(), context, () -> StepRecorder.instead(thread.call + thread.awaited, "it did not"));
        while (true) {
            Supplier<AssertionError> failure = wait.failure();
            try {
                return task.get(failure == null ? SLICE : 0, TimeUnit.MILLISECONDS);
            } catch (ExecutionException failed) {
                throw cause(failed);
            } catch (TimeoutException notYet) {
                if (failure != null) {
                    throw failure.get();
                }
            }
        }
    }

    /** Whether the call has not ended yet. */
    public boolean isUnderWay() {
        return !task.isDone();
    }

    /**
     * Waits for the call to fail.
     *
     * @param type how it is to fail
     * @return what it threw
     * @throws AssertionError if it threw something else, returned, or has not ended by the deadline
     */
    public <X extends Exception> X failure(Class<X> type) {
        thread.awaited = " to throw " + type.getSimpleName();
        T returned;
        try {
            returned = result();
        } catch (Exception thrown) {
            if (type.isInstance(thrown)) {
                return type.cast(thrown);
            }
            throw unmet(thread.call + thread.awaited, thrown);
        }
        throw new UnmetExpectationError(StepRecorder.instead(
                thread.call + thread.awaited,
                thread.withoutResult ? "it returned" : "it returned " + DisplayText.value(returned)));
    }

    private static Exception cause(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof Exception exception ? exception : failed;
    }

    /** The call's failure, unless the test has asked for the result and so knows of it. */
    public @Nullable AssertionError trouble() {
        if (expected || !task.isDone()) {
            return null;
        }
        try {
            task.get();
            return null;
        } catch (ExecutionException failed) {
            return failed.getCause() instanceof AssertionError error
                    ? error
                    : unmet(thread.call + " to return", cause(failed));
        } catch (InterruptedException interrupted) {
            throw new CompletionException(interrupted); // a done task does not wait
        }
    }

    private AssertionError unmet(String expected, Exception thrown) {
        UnmetExpectationError unmet = new UnmetExpectationError(
                StepRecorder.instead(expected, "it threw " + DisplayText.line(context.brief(thrown))));
        unmet.initCause(thrown);
        return unmet;
    }
}
