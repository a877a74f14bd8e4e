package portzero.grader.run.coordinator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import portzero.grader.limits.Limits;
import portzero.grader.limits.LimitsException;
import portzero.grader.run.protocol.Job;
import portzero.grader.run.protocol.Optimisation;
import portzero.grader.run.protocol.SeedKey;
import portzero.grader.run.protocol.WorkerSetup;
import portzero.grader.sandbox.CommandResult;
import portzero.grader.sandbox.Sandbox;
import portzero.grader.sandbox.SharedTempDir;
import portzero.grader.sandbox.SubjectSpec;
import portzero.grader.suite.Suite;
import portzero.testkit.host.Host;
import portzero.testkit.subject.HostJar;

/**
 * Grades any number of submissions with a few workers, and keeps none of them in memory for longer than it takes.
 *
 * <p>Not for several runs at once; {@link #stop} may come from any thread.
 */
public final class Coordinator {

    private static final Duration END = Duration.ofSeconds(10);
    private static final int JOBS_PER_PROCESSOR = 2;

    private final Sandbox sandbox;
    private final WorkerSetup setup;
    private final int workers;
    private final WorkerTimeouts timeouts;
    private final Map<WorkerLoop, Thread> lines = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean stopped;

    /**
     * Makes a coordinator.
     *
     * @param home the checkout's root folder
     * @param sandbox where submissions run
     * @param shared takes what they must be able to read; the caller closes it afterwards
     * @param suites the suites that jobs may name
     * @param limits what submissions may use
     * @param workers how many submissions are graded at a time, from 1
     * @param without what is switched off
     * @throws IOException if the stage cannot be written to
     */
    public Coordinator(
            Path home,
            Sandbox sandbox,
            SharedTempDir shared,
            Collection<Suite> suites,
            Limits limits,
            int workers,
            Set<Optimisation> without)
            throws IOException {
        this(
                sandbox,
                setup(home, suites, limits, subject(sandbox, limits, shared, without), without),
                workers,
                WorkerTimeouts.under(limits));
    }

    private Coordinator(Sandbox sandbox, WorkerSetup setup, int workers, WorkerTimeouts timeouts) {
        this.sandbox = sandbox;
        this.setup = setup;
        this.workers = workers;
        this.timeouts = timeouts;
    }

    private static WorkerSetup setup(
            Path home, Collection<Suite> suites, Limits limits, List<String> subject, Set<Optimisation> without) {
        List<WorkerSetup.BuiltSuite> built = suites.stream()
                .map(suite -> new WorkerSetup.BuiltSuite(
                        suite.lab().id(), suite.digest(), suite.folder().toString()))
                .toList();
        return new WorkerSetup(
                home.toString(), subject, built, limits.byKey(), SeedKey.ofRun().hex(), without);
    }

    /** The same with workers that may say nothing for so long before they count as hung. */
    Coordinator with(WorkerTimeouts other) {
        return new Coordinator(sandbox, setup, workers, other);
    }

    /**
     * How many submissions to grade at a time where nobody says: two for each processor, for half of a grading is waiting, for a
     * time limit to pass above all.
     */
    public static int usualJobs() {
        return JOBS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
    }

    /** The command that starts a submission's JVM. */
    public static List<String> subject(Sandbox sandbox, Limits limits, SharedTempDir shared) throws IOException {
        return subject(sandbox, limits, shared, Set.of());
    }

    private static List<String> subject(Sandbox sandbox, Limits limits, SharedTempDir shared, Set<Optimisation> without)
            throws IOException {
        Path jar = shared.add("host.jar", HostJar::write);
        Path java = Path.of(System.getProperty("java.home"));
        Path archive = without.contains(Optimisation.ARCHIVES) ? null : ClassDataArchives.ofSubject(shared);
        return sandbox.subject(new SubjectSpec(java, jar, archive, Host.class.getName(), List.of(), List.of(), limits));
    }

    /**
     * Tries whether a submission's JVM starts under other limits than the usual ones.
     *
     * @throws LimitsException if it does not
     */
    public void requireStart() throws LimitsException, IOException {
        Limits limits = Limits.of(setup.limits());
        if (!limits.equals(Limits.DEFAULT)) {
            CommandResult tried = CommandResult.run(sandbox.worker(setup.subject()));
            if (!tried.succeeded()) {
                throw new LimitsException("No Java starts with " + limits.changes() + " (" + tried.firstLine()
                        + "): raise address-space, which must hold the heap and some 600 MiB, or lower the heap.");
            }
        }
    }

    /**
     * Grades all jobs and gives each result to the sink; returns when the last one is done, or work was stopped.
     *
     * @throws RuntimeException what the sink throws; all work ends then
     */
    public void grade(Iterator<Job> all, ResultSink sink) throws InterruptedException {
        JobQueue jobs = new JobQueue(all);
        ExclusiveRunLock lock = new ExclusiveRunLock();
        for (int i = 1; i <= workers && !stopped; i++) {
            WorkerLoop line = new WorkerLoop(sandbox, setup, timeouts, jobs, lock, sink);
            Thread thread = new Thread(() -> run(line), "worker-line-" + i);
            lines.put(line, thread);
            thread.start();
        }
        for (Thread thread : lines.values()) {
            thread.join();
        }
        lines.clear();
        rethrow(failure.get());
    }

    /** A failure in one line ends all: it is the sink's, or nobody foresaw it. */
    private void run(WorkerLoop line) {
        try {
            line.run();
        } catch (RuntimeException | Error failed) {
            failure.compareAndSet(null, failed);
            stopLines();
        }
    }

    private static void rethrow(@Nullable Throwable failed) {
        if (failed instanceof RuntimeException exception) {
            throw exception;
        }
        if (failed instanceof Error error) {
            throw error;
        }
    }

    /** Whether work was stopped before all was done. */
    public boolean isStopped() {
        return stopped;
    }

    /** Ends all work at once, and waits a while until nothing is written any more; what is unfinished gets no result. */
    public void stop() throws InterruptedException {
        stopLines();
        for (Thread thread : lines.values()) {
            thread.join(END.toMillis());
        }
    }

    private void stopLines() {
        stopped = true;
        lines.keySet().forEach(WorkerLoop::stop);
    }
}
