package portzero.grader.intake;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the name of an entry tells.
 *
 * @param name the student's name
 * @param id the platform's id, if the name has one
 * @param order the later of two attempts has the greater one; empty where the name tells nothing of attempts
 * @param late whether the platform marked it as late
 * @param time when it was handed in, if the name tells
 * @param file what the student called the file; the whole name where that is not known
 */
record EntryIdentity(
        String name,
        @Nullable String id,
        String order,
        boolean late,
        @Nullable String time,
        String file) {
    private static final List<String> ENDINGS = List.of(".tar.gz", ".tgz", ".tar", ".zip", ".java");

    /**
     * Reads a name that an instructor or a student chose.
     *
     * @param labIds the labs of the course; a clone is named after a lab and its student
     */
    static EntryIdentity of(String entryName, Collection<String> labIds) {
        var composed = Normalizer.normalize(entryName, Normalizer.Form.NFC);
        return new EntryIdentity(withoutLab(withoutEnding(composed), labIds), null, "", false, null, entryName);
    }

    private static String withoutEnding(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream()
                .filter(lower::endsWith)
                .findFirst()
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .orElse(name);
    }

    private static String withoutLab(String name, Collection<String> labIds) {
        return Stream.concat(labIds.stream(), Stream.of("lab"))
                .map(lab -> lab + "-")
                .sorted(Comparator.comparing(String::length).reversed())
                .filter(prefix ->
                        name.length() > prefix.length() && name.regionMatches(true, 0, prefix, 0, prefix.length()))
                .findFirst()
                .map(prefix -> name.substring(prefix.length()))
                .orElse(name);
    }
}
