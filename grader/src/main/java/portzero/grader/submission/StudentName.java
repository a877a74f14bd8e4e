package portzero.grader.submission;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the name of an entry tells about the student.
 *
 * @param displayName the student's name
 * @param platformId the platform's id, if the name has one
 */
record StudentName(String displayName, @Nullable String platformId) {
    private static final List<String> ARCHIVES = List.of(".tar.gz", ".tgz", ".tar", ".zip");

    /** Reads a name that stands alone. */
    static StudentName of(String entryName, Collection<String> labIds) {
        return of(entryName, labIds, LearningPlatform.of(List.of(entryName)));
    }

    /**
     * Reads a name.
     *
     * @param labIds the labs of the course; a clone is named after a lab and its student
     * @param platform where all names of the folder come from; one that does not look like it has no id
     */
    static StudentName of(String entryName, Collection<String> labIds, LearningPlatform platform) {
        // Macs take accents apart, others do not.
        var composed = Normalizer.normalize(entryName, Normalizer.Form.NFC);
        var matcher = platform.matcher(composed);
        return matcher.matches()
                ? new StudentName(matcher.group("name").strip(), matcher.group("id"))
                : new StudentName(withoutLab(withoutArchive(composed), labIds), null);
    }

    private static String withoutArchive(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return ARCHIVES.stream()
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

    /** Two entries with the same are the same student's. */
    String identity() {
        return platformId == null ? "name " + displayName.toLowerCase(Locale.ROOT) : "id " + platformId;
    }

    /** What the key is made of. */
    String keyText() {
        return platformId == null || displayName.endsWith(platformId) ? displayName : displayName + "_" + platformId;
    }
}
