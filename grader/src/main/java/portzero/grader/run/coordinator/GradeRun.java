package portzero.grader.run.coordinator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import portzero.grader.intake.Person;
import portzero.grader.intake.Submission;
import portzero.grader.limits.LimitSetting;
import portzero.grader.limits.Limits;
import portzero.grader.result.Receipt;
import portzero.grader.result.Result;
import portzero.grader.result.RunInfo;
import portzero.grader.result.Verdict;
import portzero.grader.roster.Roster;
import portzero.grader.run.protocol.Job;
import portzero.grader.run.protocol.SubmissionPaths;
import portzero.grader.store.ResultStore;
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
    private final Map<String, Submission> byKey = new ConcurrentHashMap<>();
    private List<RunInfo.Suite> earlierSuites = List.of();
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
     * @param others the run whose results of other students are in the folder and stay there
     * @param roster kept with the results from the beginning, so that a run which is killed and resumed has it
     */
    public RunInfo grade(
            Coordinator coordinator, List<Submission> submissions, Optional<Roster> roster, Optional<RunInfo> others)
            throws IOException, InterruptedException {
        submissions.forEach(submission -> byKey.put(submission.key(), submission));
        if (others.isPresent()) {
            countOthers(others.get());
        }
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
        if (others.isEmpty()) {
            putAsideOthers();
        }
        requireAll();
        RunInfo finished = run((System.nanoTime() - start) / 1e9);
        store.write(finished);
        return finished;
    }

    /** Puts aside the results of this run's labs that are no submission's, for instance of one that is not there any more. */
    private void putAsideOthers() throws IOException {
        Set<String> labs = labs();
        Set<String> students = students();
        for (ResultStore.Key key : store.list()) {
            if (labs.contains(key.lab()) && !students.contains(key.student())) {
                store.putAside(key);
                watcher.say("The result " + key.lab() + "/" + key.student()
                        + " has no submission any more: it counts no longer, and is kept as " + key.student()
                        + ResultStore.ASIDE + ".");
            }
        }
    }

    /** Somebody may have deleted the folder while it was written to. */
    private void requireAll() throws IOException {
        Set<String> labs = labs();
        Set<ResultStore.Key> missing = students().stream()
                .flatMap(student -> labs.stream().map(lab -> new ResultStore.Key(lab, student)))
                .collect(Collectors.toCollection(HashSet::new));
        store.list().forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw new IOException(missing.size() + " of the results are gone from " + store.folder()
                    + ": somebody has deleted them. Grade again with --resume");
        }
    }

    private Set<String> labs() {
        return suites.stream().map(suite -> suite.lab().id()).collect(Collectors.toSet());
    }

    private Set<String> students() {
        return byKey.values().stream()
                .flatMap(submission -> submission.people().stream())
                .map(Person::key)
                .collect(Collectors.toSet());
    }

    /** What is in the folder and is not graded now stays part of the run. */
    private void countOthers(RunInfo earlier) throws IOException {
        Set<String> labs = labs();
        earlierSuites = earlier.suites().stream()
                .filter(suite -> !labs.contains(suite.lab()))
                .toList();
        Set<String> now = students();
        for (ResultStore.Key key : store.list()) {
            if (!labs.contains(key.lab()) || !now.contains(key.student())) {
                store.find(key.lab(), key.student(), watcher::say).ifPresent(result -> count(result.verdict()));
            }
        }
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
                List.of(new Job.Layer(submission.entries().stream()
                        .map(entry -> new Job.Entry(SubmissionPaths.text(entry.source()), entry.name()))
                        .toList())),
                limits.count(LimitSetting.JAVA_RELEASE),
                submission.notes(),
                resume ? known(lab, submission) : null);
    }

    /** Nothing is known of a team unless the results of all its people are there and are the same. */
    private Job.@Nullable Known known(String lab, Submission submission) {
        Set<Job.Known> known = new HashSet<>();
        for (Person person : submission.people()) {
            Optional<Result> result = store.find(lab, person.key(), watcher::say)
                    .filter(one -> one.verdict() != Verdict.GRADER_ERROR)
                    .filter(one ->
                            submission.receipt().equals(Objects.requireNonNullElse(one.receipt(), Receipt.NONE)));
            if (result.isEmpty()) {
                return null;
            }
            known.add(new Job.Known(result.get().submission(), result.get().suite()));
        }
        return known.size() == 1 ? known.iterator().next() : null;
    }

    @Override
    public void graded(Job job, Result result) {
        try {
            if (isDeleted()) {
                throw new IOException("its folder is gone");
            }
            for (Result each : ofEach(job, result)) {
                store.write(each);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "The result of " + job.student() + " cannot be written: "
                            + (isDeleted() ? "somebody has deleted " + store.folder() : failed.getMessage())
                            + "; make room or choose another folder, and go on with --resume",
                    failed);
        }
        count(result.verdict());
        watcher.done();
    }

    /** Whether somebody has deleted the folder, perhaps at this very moment. */
    private boolean isDeleted() {
        return !ResultStore.isResults(store.folder());
    }

    /** One result for each of the people. */
    private List<Result> ofEach(Job job, Result result) {
        Submission submission = byKey.get(job.student());
        if (submission == null) {
            return List.of(result);
        }
        return submission.people().stream()
                .map(person -> result.of(person.key(), person.name(), submission.receipt()))
                .toList();
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
        List<RunInfo.Suite> graded = Stream.concat(
                        earlierSuites.stream(),
                        suites.stream()
                                .map(suite -> new RunInfo.Suite(
                                        suite.lab().id(),
                                        suite.lab().title(),
                                        suite.digest(),
                                        suite.points(),
                                        List.of())))
                .sorted(Comparator.comparing(RunInfo.Suite::lab))
                .toList();
        String jdk = Runtime.version().toString(); // workers and submissions run on this program's
        RunInfo.Environment environment = new RunInfo.Environment(sandbox, jdk, limits.byKey(), workers);
        return new RunInfo(Result.SCHEMA, graded, environment, started, seconds, counts);
    }
}
