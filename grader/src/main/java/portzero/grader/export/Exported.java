package portzero.grader.export;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of an export.
 *
 * @param written the file or folder
 * @param results how many results are in it
 * @param notes what whoever asked for it should know, in sentences: who was left out, and why
 */
public record Exported(Path written, int results, List<String> notes) {
    public Exported {
        notes = List.copyOf(notes);
    }
}
