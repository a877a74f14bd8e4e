package portzero.grader.export;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import portzero.grader.export.gradebook.FillOptions;
import portzero.grader.result.RunInfo.Suite;

/**
 * What is to be exported.
 *
 * @param lab the only lab, if there is one, or one was chosen
 * @param file the platform's own file, where the format wants one
 * @param out where to write; a place in the folder of results if not given
 * @param fill how a gradebook is filled in
 * @param entryNames how the platform named each student's submission, by the student's key
 */
public record ExportRequest(
        ExportSource source,
        Optional<Suite> lab,
        Optional<Path> file,
        Optional<Path> out,
        FillOptions fill,
        Map<String, String> entryNames) {

    public ExportRequest {
        entryNames = Map.copyOf(entryNames);
    }

    /** Where to write what is called so if nothing else was asked for. */
    Path target(String name) {
        return out.orElseGet(() -> source.results().resolve("exports").resolve(name));
    }

    /** The platform's file. */
    Path given() {
        return file.orElseThrow(() -> new IllegalStateException("file must be given"));
    }

    /** The lab of a file with one column. */
    Suite onlyLab() throws ExportException {
        return lab.orElseThrow(() -> new ExportException("These results have several labs, and a column takes one:"
                + " choose it with --lab, and export the next one with the written file in place of yours."));
    }
}
