package portzero.grader.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import portzero.grader.mistake.FailureVector;
import portzero.grader.report.view.CohortPage.MistakeRow;
import portzero.grader.report.view.CohortPage.MistakesView;
import portzero.grader.report.view.CohortPage.VectorRow;
import portzero.grader.report.view.Link;
import portzero.grader.result.NamedMistake;
import portzero.grader.result.Result;
import portzero.grader.result.TestResult;
import portzero.grader.result.Verdict;
import portzero.grader.text.SafeText;
import portzero.grader.wording.ListLimits;
import portzero.grader.wording.Wording;

/** Counts which mistakes one lab's submissions seem to have, and in what ways they fail that no known mistake explains. */
final class MistakeTally {
    private static final int MOST_STUDENTS = 40;
    private static final int MOST_TESTS = 3;
    private static final int MOST_VECTORS = 20;

    private final Map<NamedMistake, Group> named = new LinkedHashMap<>();
    private final Map<Map<String, String>, Group> unexplained = new LinkedHashMap<>();

    private static final class Group {
        final List<Link> students = new ArrayList<>();
        final List<String> tests = new ArrayList<>();
        int size;

        void add(Result result) {
            size++;
            if (students.size() < MOST_STUDENTS) {
                students.add(
                        new Link(SafeText.line(result.name(), 60), result.lab() + "/" + result.student() + ".html"));
            }
        }
    }

    void add(Result result, FailureVector vector, List<NamedMistake> mistakes) {
        if (result.verdict() != Verdict.GRADED || vector.isEmpty()) {
            return;
        }
        mistakes.forEach(
                mistake -> named.computeIfAbsent(mistake, none -> new Group()).add(result));
        if (mistakes.isEmpty()) {
            Group group = unexplained.computeIfAbsent(new TreeMap<>(vector.failures()), none -> new Group());
            if (group.size == 0) {
                result.tests().stream()
                        .filter(test -> vector.failures().containsKey(test.id()))
                        .map(MistakeTally::name)
                        .forEach(group.tests::add);
            }
            group.add(result);
        }
    }

    private static String name(TestResult test) {
        return SafeText.line(test.name(), ListLimits.LINE);
    }

    MistakesView view(ReportNotes notes) {
        List<MistakeRow> mistakes = named.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getValue().size))
                .map(entry -> new MistakeRow(
                        entry.getKey().sentence(),
                        submissions(entry.getValue()),
                        notes.link(entry.getKey().reading(), ""),
                        entry.getValue().students,
                        entry.getValue().size - entry.getValue().students.size()))
                .toList();
        List<Group> commonest = unexplained.values().stream()
                .sorted(Comparator.comparingInt(group -> -group.size))
                .toList();
        List<VectorRow> vectors = commonest.stream()
                .limit(MOST_VECTORS)
                .map(group -> new VectorRow(tests(group.tests), submissions(group), group.students.get(0)))
                .toList();
        int left = commonest.stream()
                .skip(MOST_VECTORS)
                .mapToInt(group -> group.size)
                .sum();
        return new MistakesView(Wording.GUESS, mistakes, vectors, left);
    }

    private static String submissions(Group group) {
        return group.size == 1 ? "1 submission" : group.size + " submissions";
    }

    private static String tests(List<String> names) {
        String some = names.stream().limit(MOST_TESTS).collect(Collectors.joining("; "));
        return names.size() > MOST_TESTS ? some + "; and " + (names.size() - MOST_TESTS) + " more" : some;
    }
}
