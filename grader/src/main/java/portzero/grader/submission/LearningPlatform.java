package portzero.grader.submission;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a folder of submissions comes from, by the names in it. One answer holds for all of them: the end of a name is the
 * student's choice, who could otherwise pass for somebody of another platform's.
 */
enum LearningPlatform {
    /** {@code lastnamefirstname_LATE_4711_815_work.zip}; user before submission, and what follows is the student's. */
    CANVAS("(?<name>[^_]+)_(?:LATE_)?(?<id>\\d+)_\\d+_.+"),

    /** {@code Full Name_4711_assignsubmission_file_}, a folder, or followed by the student's name for the file. */
    MOODLE("(?<name>.+?)_(?<id>\\d+)_assignsubmission_file.*"),

    /** {@code submission_4711}, perhaps packed. */
    GRADESCOPE("(?<name>submission_(?<id>\\d+))(?:\\.tar\\.gz|\\.tgz|\\.tar|\\.zip)?"),

    /** Names that an instructor has chosen. */
    NONE("(?!)");

    private final Pattern pattern;

    LearningPlatform(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /**
     * The platform that more than half of the names look like, the first one if there are two: no name that Moodle or
     * Gradescope makes looks like one of Canvas's.
     */
    static LearningPlatform of(Collection<String> entryNames) {
        for (var platform : values()) {
            var alike = entryNames.stream()
                    .filter(name -> platform.matcher(name).matches())
                    .count();
            if (2 * alike > entryNames.size()) {
                return platform;
            }
        }
        return NONE;
    }

    /** Finds {@code name} and {@code id}. */
    Matcher matcher(String entryName) {
        return pattern.matcher(entryName);
    }
}
