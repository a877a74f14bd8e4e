package portzero.grader.submission;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the name of an entry tells about the student.
 *
 * @param displayName the student's name
 * @param platformId the platform's id, if the name has one
 */
record StudentName(String displayName, @Nullable String platformId) {
    /** Canvas: {@code lastnamefirstname_LATE_4711_815_work.zip}; user before submission. */
    private static final Pattern CANVAS = Pattern.compile("(?<name>[^_]+)_(?:LATE_)?(?<id>\\d+)_\\d+_.+");

    /** Moodle: {@code Full Name_4711_assignsubmission_file_}, a folder, or followed by a file's name. */
    private static final Pattern MOODLE = Pattern.compile("(?<name>.+?)_(?<id>\\d+)_assignsubmission_file.*");

    /** Gradescope: {@code submission_4711}. */
    private static final Pattern GRADESCOPE = Pattern.compile("submission_(?<id>\\d+)");

    private static final List<String> ARCHIVES = List.of(".tar.gz", ".tgz", ".tar", ".zip");

    /**
     * Reads a name.
     *
     * @param labIds the labs of the course; a clone is named after a lab and its student
     */
    static StudentName of(String entryName, Collection<String> labIds) {
        // Macs take accents apart, others do not.
        return ofComposed(Normalizer.normalize(entryName, Normalizer.Form.NFC), labIds);
    }

    private static StudentName ofComposed(String entryName, Collection<String> labIds) {
        var matcher = MOODLE.matcher(entryName);
        if (matcher.matches()) {
            return platform(matcher);
        }
        matcher = CANVAS.matcher(entryName);
        if (matcher.matches()) {
            return platform(matcher);
        }
        var name = withoutArchive(entryName);
        matcher = GRADESCOPE.matcher(name);
        if (matcher.matches()) {
            return new StudentName(name, matcher.group("id"));
        }
        return new StudentName(withoutLab(name, labIds), null);
    }

    private static StudentName platform(Matcher matcher) {
        return new StudentName(matcher.group("name").strip(), matcher.group("id"));
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
