package portzero.grader.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import portzero.grader.result.Result;
import portzero.grader.roster.Roster;

/**
 * A form of the results for another program: is shown each result of a class, one after another, and then writes its file. To add one,
 * implement this and name it in {@link #all}.
 *
 * <p>Not thread-safe. Text in a result may be hostile: what {@link CsvCell} does for spreadsheets, each form does for its readers.
 */
public interface ResultExporter {

    /** Takes one result, and keeps as little of it as it needs: a class may be large. */
    void add(Result result);

    /**
     * Writes its file into the folder of results, atomically, over one of an earlier run.
     *
     * @throws IOException if it cannot be written
     */
    void write(Path results) throws IOException;

    /**
     * All that are made with each report, new ones each time.
     *
     * @param roster who is in the class, {@link Roster#NONE} if that is not known
     */
    static List<ResultExporter> all(Roster roster) {
        return List.of(new GradebookCsv(roster));
    }
}
