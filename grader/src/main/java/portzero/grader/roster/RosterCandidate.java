package portzero.grader.roster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import portzero.grader.intake.Person;
import portzero.grader.intake.Submission;

/** Somebody who handed in, and all that they may be called. */
final class RosterCandidate {
    private final Person person;
    private final List<Submission> submissions = new ArrayList<>();
    private final Set<String> keys = new LinkedHashSet<>();
    private final Set<String> resultKeys = new LinkedHashSet<>();

    private RosterCandidate(Person person) {
        this.person = person;
    }

    /** Everybody, each once. */
    static List<RosterCandidate> of(List<Submission> submissions) {
        Map<String, RosterCandidate> candidates = new LinkedHashMap<>();
        for (Submission submission : submissions) {
            for (Person person : submission.people()) {
                RosterCandidate one =
                        candidates.computeIfAbsent(person.identity(), unused -> new RosterCandidate(person));
                one.submissions.add(submission);
                one.keys.addAll(PersonKeys.of(person));
                one.resultKeys.add(person.key());
            }
        }
        return List.copyOf(candidates.values());
    }

    String name() {
        return person.name();
    }

    List<Submission> submissions() {
        return submissions;
    }

    Set<String> keys() {
        return keys;
    }

    /** Under which keys the results will be. */
    Set<String> resultKeys() {
        return resultKeys;
    }

    /** Whether somebody of that name and login may well be the same person, written differently. */
    boolean looksLike(String name, String login) {
        List<String> words = PersonKeys.words(PersonKeys.folded(name)).stream()
                .map(PersonKeys::letters)
                .toList();
        List<String> own = PersonKeys.words(PersonKeys.folded(person.name())).stream()
                .map(PersonKeys::letters)
                .toList();
        if (words.stream()
                        .filter(word -> word.length() > 1 && own.contains(word))
                        .count()
                > 1) {
            return true;
        }
        String letters = PersonKeys.letters(PersonKeys.folded(login));
        return isPartOf(words, person.name())
                || isPartOf(own, login)
                || person.aliases().stream().anyMatch(alias -> isPartOf(words, alias) || isNear(letters, alias))
                || isNear(letters, person.name());
    }

    /** Whether a login is made of the last of some words: {@code alovelace}. */
    private static boolean isPartOf(List<String> words, String login) {
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        return words.size() > 1
                && last.length() > 3
                && PersonKeys.letters(PersonKeys.folded(login)).contains(last);
    }

    private static boolean isNear(String letters, String other) {
        String theirs = PersonKeys.letters(PersonKeys.folded(other));
        return letters.length() > 4 && letters.matches("\\p{L}+") && PersonKeys.isOneEditApart(letters, theirs);
    }
}
