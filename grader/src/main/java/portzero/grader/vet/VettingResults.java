package portzero.grader.vet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import portzero.grader.mistake.FailureVector;
import portzero.grader.result.Outcome;
import portzero.grader.result.Result;
import portzero.grader.result.TestResult;
import portzero.grader.result.Verdict;
import portzero.grader.run.coordinator.GradeRun;
import portzero.grader.run.coordinator.ResultSink;
import portzero.grader.run.protocol.Job;

/** Collects the results of one lab's specimens. Thread-safe. */
final class VettingResults implements ResultSink {

    private final GradeRun.Watcher watcher;
    private final Map<String, Result> first = new HashMap<>();
    private final Map<String, Result> last = new HashMap<>();
    private final Map<String, Set<Set<String>>> failures = new HashMap<>();
    private final Map<String, List<FailureVector>> vectors = new HashMap<>();
    private final List<String> flakes = new ArrayList<>();

    VettingResults(GradeRun.Watcher watcher) {
        this.watcher = watcher;
    }

    @Override
    public synchronized void graded(Job job, Result result) {
        String program = job.student().substring(0, job.student().lastIndexOf('.'));
        first.putIfAbsent(program, result);
        last.put(program, result);
        failures.computeIfAbsent(program, none -> new LinkedHashSet<>()).add(failed(result));
        if (program.startsWith("mistake.") && result.verdict() == Verdict.GRADED) {
            vectors.computeIfAbsent(program, none -> new ArrayList<>()).add(FailureVector.of(result.tests()));
        }
        if (program.startsWith("reference.") || program.startsWith("alternative.")) {
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
    synchronized Result of(VettedProgram program) {
        return result(first, program);
    }

    /** What the last one said. */
    synchronized Result last(VettedProgram program) {
        return result(last, program);
    }

    private static Result result(Map<String, Result> results, VettedProgram program) {
        Result result = results.get(program.key());
        if (result == null) {
            throw new IllegalStateException("no result for " + program.name());
        }
        return result;
    }

    /** The tests that a program failed, once for each combination that was seen. */
    synchronized Set<Set<String>> failures(VettedProgram program) {
        return Set.copyOf(failures.getOrDefault(program.key(), Set.of()));
    }

    /** How a mistake failed its tests, once for each grading. */
    synchronized List<FailureVector> vectors(VettedProgram program) {
        return List.copyOf(vectors.getOrDefault(program.key(), List.of()));
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
