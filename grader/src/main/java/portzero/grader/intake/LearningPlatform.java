package portzero.grader.intake;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a folder of submissions comes from, by the names in it. One answer holds for all of them: the end of a name is the
 * student's choice, who could otherwise pass for somebody of another platform's.
 */
enum LearningPlatform {
    /**
     * {@code lastnamefirstname_LATE_4711_815_work.zip}; user before submission, and what follows is the student's. A team's has
     * the name of the team and one member's number; where the instructor must not know who it is, {@code anon_x7Kf2_815_…}.
     */
    CANVAS(
            "Canvas",
            "(?:(?=(?:LATE_)?anon_)|(?<name>[^_]+)_(?=(?:LATE_)?\\d))(?<late>LATE_)?"
                    + "(?<id>anon_[A-Za-z0-9]+|\\d+)_(?<order>\\d+)_",
            "(?<file>.+)"),

    /** {@code Full Name_4711_assignsubmission_file_}, a folder, or followed by the student's name for the file. */
    MOODLE("Moodle", "(?<name>.+?)_(?<id>\\d+)_assignsubmission_file", "_?(?<file>.*)"),

    /** {@code submission_4711}, perhaps packed; {@code submission_metadata.yml} beside it says whose it is. */
    GRADESCOPE("Gradescope", "(?<name>submission_(?<id>\\d+))(?:\\.tar\\.gz|\\.tgz|\\.tar|\\.zip)?$", ""),

    /** {@code Assignment_username_attempt_2026-11-20-13-45-12_work.zip}. */
    BLACKBOARD(
            "Blackboard", ".+?_(?<name>[^_]+)_attempt_(?<time>\\d{4}(?:-\\d\\d){5})", "(?:_(?<file>.+)|(?:\\.txt)?)"),

    /** {@code 12345-67890 - First Last - Nov 20, 2026 145 PM}, a folder, or followed by the student's name for the file. */
    BRIGHTSPACE(
            "Brightspace",
            "(?<id>\\d+)-\\d+ - (?<name>.+?) - (?<time>\\p{L}{3,9}\\.? \\d{1,2}, \\d{4} \\d{1,2}:?\\d\\d [AP]M)",
            "(?: - (?<file>.+))?");

    private final String title;
    private final Pattern head;
    private final Pattern whole;

    LearningPlatform(String title, String head, String tail) {
        this.title = title;
        this.head = Pattern.compile(head, Pattern.DOTALL);
        this.whole = Pattern.compile(head + tail, Pattern.DOTALL);
    }

    /** What it is called. */
    String title() {
        return title;
    }

    NameFormat format() {
        return new NameFormat(head, whole);
    }

    /** The platform that more than half of the names look like. */
    static Optional<LearningPlatform> of(Collection<String> entryNames) {
        List<LearningPlatform> all =
                entryNames.stream().flatMap(name -> nearest(name).stream()).toList();
        return Stream.of(values())
                .filter(platform -> 2 * all.stream().filter(platform::equals).count() > entryNames.size())
                .findFirst();
    }

    /** The one whose own part of the name is over first: whatever a student chose comes after it. */
    private static Optional<LearningPlatform> nearest(String name) {
        return Stream.of(values())
                .filter(platform -> platform.format().headEnd(name) >= 0)
                .min(Comparator.comparingInt(platform -> platform.format().headEnd(name)));
    }
}
