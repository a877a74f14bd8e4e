package portzero.grader.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import portzero.grader.result.Result;
import portzero.grader.result.RunInfo;
import portzero.grader.result.RunInfo.Suite;
import portzero.grader.result.TestResult;
import portzero.grader.result.Verdict;
import portzero.grader.roster.Roster;

/** Counts over all results, taken one at a time: a line per student and a {@link LabTally} per lab. */
final class CohortTally {
    final Optional<RunInfo> run;
    final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    final List<String> damaged = new ArrayList<>();
    private final Map<String, LabTally> labs = new TreeMap<>();
    private final Map<String, Student> students = new TreeMap<>();
    private Roster names = Roster.NONE;

    CohortTally(Optional<RunInfo> run) {
        this.run = run;
        run.stream()
                .flatMap(found -> found.suites().stream())
                .forEach(suite -> labs.put(suite.lab(), new LabTally(suite)));
    }

    /** Adds a line for everybody on the roster, which knows their names better. */
    void expect(Roster roster) {
        names = roster;
        roster.rows().keySet().forEach(key -> line(key, key));
    }

    private Student line(String student, String name) {
        return students.compute(
                student,
                (key, known) -> new Student(
                        key, names.name(key).orElse(name), known == null ? new HashMap<>() : known.marks()));
    }

    /** The list of the class, if one was given. */
    Roster roster() {
        return names;
    }

    /** How many have a line and no result. */
    long absent() {
        return students.values().stream()
                .filter(student -> student.marks().isEmpty())
                .count();
    }

    /** One student's line. */
    record Student(String key, String name, Map<String, Mark> marks) {}

    /** What a student got in one lab. */
    record Mark(Verdict verdict, int score, int max, boolean flaky) {}

    /** Adds a result, and says which suite it belongs to. */
    Suite add(Result result) {
        LabTally lab = labs.computeIfAbsent(result.lab(), id -> new LabTally(unknown(result)));
        lab.add(result);
        verdicts.merge(result.verdict(), 1, Integer::sum);
        boolean flaky = result.tests().stream().anyMatch(TestResult::flaky);
        line(result.student(), result.name())
                .marks()
                .put(result.lab(), new Mark(result.verdict(), result.score(), result.max(), flaky));
        return lab.suite;
    }

    /** A lab that the run does not mention, from an earlier run into the same folder. */
    private static Suite unknown(Result result) {
        return new Suite(result.lab(), "", result.suite(), result.max(), List.of());
    }

    /** One that a result was added of. */
    LabTally lab(String id) {
        return Objects.requireNonNull(labs.get(id), id);
    }

    Collection<LabTally> labs() {
        return labs.values();
    }

    Collection<Student> students() {
        return students.values();
    }

    int count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }
}
