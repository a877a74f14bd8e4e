package portzero.grader.submission;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One student's entry in a class folder, not opened yet.
 *
 * @param displayName the student's name as far as the entry tells it; hostile wherever it is shown
 * @param key the student in file names: ASCII letters, digits, {@code . _ -}, at most 64 of them,
 *     unlike any other in the run even where case does not count
 * @param platformId the id that the learning platform put into the name, if one did
 * @param source a folder or a file
 * @param notes what whoever reads the results should know, for instance that there are two
 */
public record Submission(
        String displayName, String key, @Nullable String platformId, Path source, List<String> notes) {
    public Submission {
        notes = List.copyOf(notes);
    }

    /** The name of the folder or file. */
    public String entryName() {
        return EntryName.of(source);
    }
}
