package portzero.grader.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.ParameterException;
import portzero.grader.intake.Person;
import portzero.grader.intake.Submission;
import portzero.grader.text.DisplayName;

/** Finds the one submission that {@code --student} means. */
final class StudentChoice {
    private StudentChoice() {}

    /**
     * The submission of somebody.
     *
     * @param student a name, id, login or key
     * @param refusal makes an exception of a sentence, for none and for several
     */
    static Submission of(List<Submission> all, String student, Function<String, ParameterException> refusal) {
        String wanted = student.strip();
        List<Submission> exact = all.stream()
                .filter(one -> names(one).stream().anyMatch(wanted::equalsIgnoreCase))
                .toList();
        if (exact.size() == 1) {
            return exact.get(0);
        }
        List<Submission> keyed = exact.stream()
                .filter(one ->
                        one.people().stream().anyMatch(person -> person.key().equals(wanted)))
                .toList();
        if (keyed.size() == 1) {
            return keyed.get(0);
        }
        if (exact.size() > 1) {
            throw refusal.apply("--student " + DisplayName.name(student) + " could be several; give one of the keys "
                    + DisplayName.names(exact.stream().map(Submission::key).toList()) + ".");
        }
        List<String> alike = all.stream()
                .filter(one -> names(one).stream()
                        .anyMatch(name -> name.regionMatches(true, 0, wanted, 0, Math.min(3, wanted.length()))))
                .map(Submission::displayName)
                .toList();
        throw refusal.apply("Nobody among the submissions is called " + DisplayName.name(student)
                + (alike.isEmpty()
                        ? "; --dry-run lists what is understood."
                        : "; there is, for instance, " + DisplayName.names(alike) + "."));
    }

    private static Set<String> names(Submission submission) {
        Set<String> names = new LinkedHashSet<>();
        for (Person person : submission.people()) {
            names.addAll(List.of(person.name(), person.key()));
            names.addAll(person.aliases());
            if (person.id() != null) {
                names.add(person.id());
            }
        }
        return names;
    }
}
