package portzero.grader.watch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import portzero.grader.io.DaemonThread;
import portzero.grader.run.protocol.GraderException;
import portzero.grader.run.worker.CompiledSubmission;
import portzero.grader.run.worker.PublicTests;
import portzero.grader.run.worker.TestFollower;
import portzero.grader.suite.TestCase;

/**
 * One run after another, each on a thread of its own, told by events. To begin one ends that which is under way, with the
 * student's program, whatever that is doing. For one thread.
 */
final class TestRuns {

    /** The end of a program ends a test soon; one that has just been started may have to be ended once more. */
    private static final Duration AGAIN = Duration.ofMillis(20);

    private static final int FIRST_RUNS = 3;
    private static final int WARM_UP = 3;

    private final BlockingQueue<WatchEvent> events;
    private @Nullable Run current;
    private int last;

    TestRuns(BlockingQueue<WatchEvent> events) {
        this.events = events;
    }

    /** One of them. */
    private final class Run implements Runnable {
        private final int number;
        private final PublicTests tests;
        private final TestSelection selection;
        private final String seed;
        private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
        private volatile boolean cancelled;

        Run(int number, PublicTests tests, TestSelection selection, String seed) {
            this.number = number;
            this.tests = tests;
            this.selection = selection;
            this.seed = seed;
        }

        @Override
        public void run() {
            try {
                perform();
            } catch (RuntimeException unforeseen) {
                if (!cancelled) {
                    events.add(new WatchEvent.Broken(number, unforeseen));
                }
            } finally {
                events.add(new WatchEvent.Ended(number));
                try {
                    prepareForTheNext();
                } finally {
                    end.complete(null); // or the next run would wait for ever
                }
            }
        }

        /** While nobody waits: a compiler that has compiled the same a few times is twice as fast. */
        private void prepareForTheNext() {
            tests.prepareSpares();
            try {
                for (int left = number <= FIRST_RUNS ? WARM_UP : 0; left > 0 && !cancelled; left--) {
                    tests.compile();
                }
            } catch (GraderException notNow) {
                // what the files have become is the next run's business
            }
        }

        private void perform() {
            CompiledSubmission work = tests.compile();
            List<TestCase> due = List.of();
            if (work.refusal() == null) {
                selection.changed(work);
                due = selection.due();
            }
            events.add(new WatchEvent.Compiled(number, work, due.size()));
            if (!due.isEmpty() && !cancelled) {
                tests.run(
                        work,
                        due,
                        seed,
                        new TestFollower(
                                result -> {
                                    if (!cancelled) {
                                        selection.add(result);
                                        events.add(new WatchEvent.Tested(number, result));
                                    }
                                },
                                () -> cancelled,
                                false));
            }
        }

        void cancel() throws InterruptedException {
            cancelled = true;
            while (!end.isDone()) {
                tests.endProgram();
                try {
                    end.get(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    // and so once more
                } catch (ExecutionException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        }
    }

    /** Begins a run and gives its number, by which its events are known. */
    int begin(PublicTests tests, TestSelection selection, String seed) throws InterruptedException {
        cancel();
        current = new Run(++last, tests, selection, seed);
        DaemonThread.start("run-" + last, current);
        return last;
    }

    /** Ends the run that is under way, if one is; returns when it has ended. */
    void cancel() throws InterruptedException {
        if (current != null) {
            current.cancel();
            current = null;
        }
    }
}
