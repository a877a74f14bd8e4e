package portzero.grader.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import portzero.grader.sandbox.Limits;
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
     * @param workers how many submissions are graded at a time, from 1
     * @throws IOException if the stage cannot be written to
     */
    public Coordinator(Path home, Sandbox sandbox, Stage stage, Collection<Suite> suites, int workers)
            throws IOException {
        this.sandbox = sandbox;
        this.workers = workers;
        List<Setup.BuiltSuite> built = suites.stream()
                .map(suite -> new Setup.BuiltSuite(
                        suite.lab().id(), suite.digest(), suite.folder().toString()))
                .toList();
        setup = new Setup(home.toString(), subject(sandbox, stage), built);
    }

    /** The command that starts a submission's JVM. */
    public static List<String> subject(Sandbox sandbox, Stage stage) throws IOException {
        Path jar = stage.add("host.jar", HostJar::write);
        Path java = Path.of(System.getProperty("java.home"));
        return sandbox.subject(new SubjectSpec(java, jar, Host.class.getName(), List.of(), List.of(), Limits.DEFAULT));
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
