package portzero.grader.submission;

import java.nio.file.Path;

/**
 * One entry of a class folder: a folder, an archive or a loose file.
 *
 * @param source where it is
 * @param name how its student called it; hostile wherever it is shown
 */
public record SubmittedEntry(Path source, String name) {
    /** An entry under its own name. */
    public static SubmittedEntry of(Path source) {
        return new SubmittedEntry(source, EntryName.of(source));
    }
}
