package portzero.grader.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import portzero.grader.limits.Limits;
import portzero.grader.limits.LimitsException;
import portzero.grader.sandbox.Finished;
import portzero.grader.sandbox.Sandbox;
import portzero.grader.sandbox.Stage;
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

    private final Sandbox sandbox;
    private final Setup setup;
    private final int workers;
    private final List<WorkerLine> lines = new ArrayList<>();

    /**
     * Makes a coordinator.
     *
     * @param home the checkout's root folder
     * @param sandbox where submissions run
     * @param stage takes what they must be able to read; the caller closes it afterwards
     * @param suites the suites that jobs may name
     * @param limits what submissions may use
     * @param workers how many submissions are graded at a time, from 1
     * @throws IOException if the stage cannot be written to
     */
    public Coordinator(Path home, Sandbox sandbox, Stage stage, Collection<Suite> suites, Limits limits, int workers)
            throws IOException {
        this.sandbox = sandbox;
        this.workers = workers;
        List<Setup.BuiltSuite> built = suites.stream()
                .map(suite -> new Setup.BuiltSuite(
                        suite.lab().id(), suite.digest(), suite.folder().toString()))
                .toList();
        setup = new Setup(home.toString(), subject(sandbox, limits, stage), built, limits.byKey());
    }

    /** The command that starts a submission's JVM. */
    public static List<String> subject(Sandbox sandbox, Limits limits, Stage stage) throws IOException {
        Path jar = stage.add("host.jar", HostJar::write);
        Path java = Path.of(System.getProperty("java.home"));
        return sandbox.subject(new SubjectSpec(java, jar, Host.class.getName(), List.of(), List.of(), limits));
    }

    /**
     * Tries whether a submission's JVM starts under other limits than the usual ones.
     *
     * @throws LimitsException if it does not
     */
    public void requireStart() throws LimitsException, IOException {
        Limits limits = Limits.of(setup.limits());
        if (!limits.equals(Limits.DEFAULT)) {
            Finished tried = Finished.run(sandbox.worker(setup.subject()));
            if (!tried.succeeded()) {
                throw new LimitsException("No Java starts with " + limits.changes() + " (" + tried.firstLine()
                        + "): raise address-space, which must hold the heap and some 600 MiB, or lower the heap.");
            }
        }
    }

    /** Grades all jobs and gives each result to the sink; returns when the last one is done. */
    public void grade(Iterator<Job> all, Sink sink) throws InterruptedException {
        Jobs jobs = new Jobs(all);
        Turnstile turnstile = new Turnstile();
        IntStream.range(0, workers).forEach(i -> lines.add(new WorkerLine(sandbox, setup, jobs, turnstile, sink)));
        List<Thread> threads = IntStream.range(0, workers)
                .mapToObj(i -> new Thread(lines.get(i), "worker-line-" + (i + 1)))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        lines.clear();
    }

    /** Ends all work at once; what is unfinished gets no result. */
    public void stop() {
        lines.forEach(WorkerLine::stop);
    }
}
