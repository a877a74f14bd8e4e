package portzero.grader.run.protocol;

import java.net.URI;
import java.nio.file.Path;

/** Paths of submissions as text: a name that is no text in the locale's encoding gets lost unless its bytes are spelt. */
public final class SubmissionPaths {

    private static final String URI_OF_A_FILE = "file:///";

    private SubmissionPaths() {}

    public static String text(Path source) {
        return source.toAbsolutePath().toUri().toString();
    }

    /** The path of such a text, or of a path as it is usually written. */
    public static Path path(String text) {
        return text.startsWith(URI_OF_A_FILE) ? Path.of(URI.create(text)) : Path.of(text);
    }
}
