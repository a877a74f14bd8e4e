package portzero.grader.run.coordinator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import portzero.grader.compile.Compiler;
import portzero.grader.limits.Limits;
import portzero.grader.result.Result;
import portzero.grader.result.RunInfo;
import portzero.grader.result.Verdict;
import portzero.grader.roster.Roster;
import portzero.grader.run.protocol.Job;
import portzero.grader.run.protocol.SubmissionPaths;
import portzero.grader.store.ResultStore;
import portzero.grader.submission.Submission;
import portzero.grader.suite.Suite;

/** Grades a class into a folder of results: each result is there, whole, as soon as it is known. */
public final class GradeRun implements ResultSink {

    /** Is told of what happens, from several threads at once. */
    public interface Watcher {
        /** One more submission is done. */
        void done();

        /** Something that the user should know. */
        void say(String sentence);
    }

    private final ResultStore store;
    private final Collection<Suite> suites;
    private final String sandbox;
    private final Limits limits;
    private final int workers;
    private final boolean resume;
    private final Watcher watcher;
    private final Instant started = Instant.now();
    private final long start = System.nanoTime();
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private int kept;

    /**
     * Prepares a run.
     *
     * @param resume whether results that are there already and still hold are kept
     */
    public GradeRun(
            ResultStore store,
            Collection<Suite> suites,
            String sandbox,
            Limits limits,
            int workers,
            boolean resume,
            Watcher watcher) {
        this.store = store;
        this.suites = List.copyOf(suites);
        this.sandbox = sandbox;
        this.limits = limits;
        this.workers = workers;
        this.resume = resume;
        this.watcher = watcher;
    }

    /**
     * Grades every submission in every lab; what it says of the run is not finished if work was stopped.
     *
     * @param roster kept with the results from the beginning, so that a run which is killed and resumed has it
     */
    public RunInfo grade(Coordinator coordinator, List<Submission> submissions, Optional<Roster> roster)
            throws IOException, InterruptedException {
        store.write(run(null));
        if (roster.isPresent()) {
            store.write(roster.get());
        }
        try {
            coordinator.grade(jobs(submissions), this);
        } catch (UncheckedIOException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
        if (coordinator.isStopped()) {
            return run(null);
        }
        RunInfo finished = run((System.nanoTime() - start) / 1e9);
        store.write(finished);
        return finished;
    }

    /** How many results were there already and were kept. */
    public synchronized int kept() {
        return kept;
    }

    /** Lazily, so that what is known of earlier results is never in memory all at once. */
    private Iterator<Job> jobs(List<Submission> submissions) {
        Stream<Job> jobs =
                submissions.stream().flatMap(submission -> suites.stream().map(suite -> job(suite, submission)));
        return jobs.iterator();
    }

    private Job job(Suite suite, Submission submission) {
        String lab = suite.lab().id();
        return new Job(
                lab,
                submission.key(),
                submission.displayName(),
                List.of(SubmissionPaths.text(submission.source())),
                Compiler.RELEASE,
                submission.notes(),
                resume ? known(lab, submission.key()) : null);
    }

    private Job.@Nullable Known known(String lab, String student) {
        return store.find(lab, student, watcher::say)
                .filter(result -> result.verdict() != Verdict.GRADER_ERROR)
                .map(result -> new Job.Known(result.submission(), result.suite()))
                .orElse(null);
    }

    @Override
    public void graded(Job job, Result result) {
        try {
            store.write(result);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "The result of " + job.student() + " cannot be written: " + failed.getMessage()
                            + "; make room or choose another folder, and go on with --resume",
                    failed);
        }
        count(result.verdict());
        watcher.done();
    }

    @Override
    public void unchanged(Job job) {
        store.find(job.lab(), job.student(), watcher::say).ifPresent(result -> count(result.verdict()));
        synchronized (this) {
            kept++;
        }
        watcher.done();
    }

    private synchronized void count(Verdict verdict) {
        counts.merge(verdict, 1, Integer::sum);
    }

    private synchronized RunInfo run(@Nullable Double seconds) {
        List<RunInfo.Suite> graded = suites.stream()
                .map(suite -> new RunInfo.Suite(
                        suite.lab().id(), suite.lab().title(), suite.digest(), suite.points(), List.of()))
                .toList();
        String jdk = Runtime.version().toString(); // workers and submissions run on this program's
        return new RunInfo(Result.SCHEMA, graded, sandbox, jdk, limits.byKey(), workers, started, seconds, counts);
    }
}
