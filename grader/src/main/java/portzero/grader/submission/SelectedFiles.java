package portzero.grader.submission;

import java.util.List;
import portzero.grader.compile.SourceFile;

/**
 * The files of a submission that are to be compiled.
 *
 * @param sources sorted by path; at least one declares a class that was to be handed in
 * @param missing classes that were to be handed in and were not
 * @param notes what the student should know: classes missing, files ignored and why
 */
public record SelectedFiles(List<SourceFile> sources, List<String> missing, List<String> notes) {
    public SelectedFiles {
        sources = List.copyOf(sources);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }
}
