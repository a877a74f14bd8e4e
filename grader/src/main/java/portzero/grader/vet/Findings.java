package portzero.grader.vet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import portzero.grader.run.GradeRun;
import portzero.grader.run.Job;
import portzero.grader.run.Sink;
import portzero.grader.score.Outcome;
import portzero.grader.score.Result;
import portzero.grader.score.TestResult;

/** Collects the results of one lab's specimens. Thread-safe. */
final class Findings implements Sink {

    private final GradeRun.Watcher watcher;
    private final Map<String, Result> first = new HashMap<>();
    private final Map<String, Result> last = new HashMap<>();
    private final Map<String, Set<Set<String>>> failures = new HashMap<>();
    private final List<String> flakes = new ArrayList<>();

    Findings(GradeRun.Watcher watcher) {
        this.watcher = watcher;
    }

    @Override
    public synchronized void graded(Job job, Result result) {
        String specimen = job.student().substring(0, job.student().lastIndexOf('.'));
        first.putIfAbsent(specimen, result);
        last.put(specimen, result);
        failures.computeIfAbsent(specimen, none -> new LinkedHashSet<>()).add(failed(result));
        if (specimen.startsWith("reference.") || specimen.startsWith("alternative.")) {
            result.tests().stream()
                    .filter(test -> test.flaky() || test.outcome() != Outcome.PASSED)
                    .map(test -> flake(result, test))
                    .forEach(this::flaked);
        }
        watcher.done();
    }

    /** Said at once: a run may take an hour, and be stopped before it says what it has found. */
    private void flaked(String flake) {
        flakes.add(flake);
        watcher.say(flake);
    }

    private static String flake(Result result, TestResult test) {
        String how = test.flaky() ? "passed only when run again alone" : "ended as " + test.outcome();
        return result.name() + ": " + test.id() + " " + how + " (seed " + result.seed() + ")";
    }

    @Override
    public void unchanged(Job job) {
        throw new IllegalStateException("vetting knows no earlier results");
    }

    /** What the first grading said. */
    synchronized Result of(Specimen specimen) {
        return result(first, specimen);
    }

    /** What the last one said. */
    synchronized Result last(Specimen specimen) {
        return result(last, specimen);
    }

    private static Result result(Map<String, Result> results, Specimen specimen) {
        Result result = results.get(specimen.key());
        if (result == null) {
            throw new IllegalStateException("no result for " + specimen.name());
        }
        return result;
    }

    /** The tests that a specimen failed, once for each combination that was seen. */
    synchronized Set<Set<String>> failures(Specimen specimen) {
        return Set.copyOf(failures.getOrDefault(specimen.key(), Set.of()));
    }

    synchronized List<String> flakes() {
        return List.copyOf(flakes);
    }

    static Set<String> failed(Result result) {
        return result.tests().stream()
                .filter(test -> test.outcome() != Outcome.PASSED)
                .map(TestResult::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
