package portzero.grader.export.gradebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds students by what a cell of a gradebook says. A class of thousands is looked through once. */
final class StudentIndex {
    private final Map<String, List<GradedStudent>> own;
    private final Map<String, List<GradedStudent>> platformIds;
    private final Map<String, List<GradedStudent>> rosterCells;
    private final Map<String, List<GradedStudent>> names;

    StudentIndex(Collection<GradedStudent> students) {
        own = index(students, student -> student.ownNames().stream().map(FoldedText::id));
        platformIds = index(students, student -> student.platformId().stream().map(FoldedText::id));
        rosterCells =
                index(students, student -> student.roster().values().stream().map(FoldedText::id));
        names = index(
                students, student -> Stream.of(FoldedText.name(student.name()), FoldedText.squashed(student.name())));
    }

    private static Map<String, List<GradedStudent>> index(
            Collection<GradedStudent> students, Function<GradedStudent, Stream<String>> texts) {
        Map<String, List<GradedStudent>> index = new HashMap<>();
        for (GradedStudent student : students) {
            texts.apply(student)
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .forEach(text -> index.computeIfAbsent(text, none -> new ArrayList<>())
                            .add(student));
        }
        return index;
    }

    /** Whose submission was called so, or like the part of an address before the @. */
    Set<GradedStudent> own(String cell) {
        String id = FoldedText.id(cell);
        Set<GradedStudent> found = new LinkedHashSet<>(own.getOrDefault(id, List.of()));
        int at = id.indexOf('@');
        if (at > 0) {
            found.addAll(own.getOrDefault(id.substring(0, at), List.of()));
        }
        return found;
    }

    /** Who has that number from the platform; of {@code Participant 4711} the number counts. */
    List<GradedStudent> platformId(String cell) {
        return platformIds.getOrDefault(FoldedText.id(cell.replaceFirst("^\\D+ ?(?=[0-9]+$)", "")), List.of());
    }

    /** Who has it on the roster: under the same heading; under any if it is an address, or nobody else's. */
    List<GradedStudent> rosterCell(String cell, String heading) {
        String id = FoldedText.id(cell);
        List<GradedStudent> all = rosterCells.getOrDefault(id, List.of());
        return id.contains("@") || all.size() == 1
                ? all
                : all.stream().filter(student -> hasUnder(student, id, heading)).toList();
    }

    private static boolean hasUnder(GradedStudent student, String id, String heading) {
        return student.roster().entrySet().stream()
                .filter(entry -> FoldedText.id(entry.getKey()).equals(FoldedText.id(heading)))
                .anyMatch(entry -> FoldedText.id(entry.getValue()).equals(id));
    }

    /** Who has that whole name, in any order of its words, or written in one as Canvas does. */
    Set<GradedStudent> name(String name) {
        Set<GradedStudent> found = new LinkedHashSet<>(names.getOrDefault(FoldedText.name(name), List.of()));
        found.addAll(names.getOrDefault(FoldedText.squashed(name), List.of()));
        return found;
    }
}
