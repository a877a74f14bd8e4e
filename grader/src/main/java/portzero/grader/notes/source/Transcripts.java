package portzero.grader.notes.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import portzero.grader.notes.problem.ProblemList;

/** The recorded sessions, by the names of their scripts. */
public final class Transcripts {
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");

    private final CourseLayout home;
    private final ProblemList problems;

    public Transcripts(CourseLayout home, ProblemList problems) {
        this.home = home;
        this.problems = problems;
    }

    /** Whether there is a recording of this name; if not, that is a problem. */
    public boolean has(String name, FencedCodeBlock block, Path page) {
        var there = NAME.matcher(name).matches()
                && Files.isRegularFile(home.recording(name))
                && Files.isRegularFile(home.stamp(name));
        if (!there) {
            problems.add(
                    page,
                    block,
                    ("There is no recorded transcript %s. Write docs/snippets/transcripts/%s.sh and record it with "
                                    + "mvn -pl docs/snippets test -Dportzero.record=true.")
                            .formatted(name, name));
        }
        return there;
    }

    /** The system and the JDK. */
    public String recordedOn(String name) throws IOException {
        return "Recorded on " + Files.readString(home.stamp(name)).strip();
    }
}
