package portzero.grader.export;

import java.io.IOException;
import portzero.grader.result.Result;

/**
 * A form of the results for another program: is shown each result of a class, one after another, and then completes what it writes.
 * To add one, implement this and name it in {@link ExportFormat}.
 *
 * <p>Not thread-safe. Text in a result may be hostile: what {@link CsvCell} does for spreadsheets, each form does for its readers.
 */
public interface ResultExporter {

    /**
     * Takes one result, and keeps as little of it as it needs: a class may be large. May write it at once.
     *
     * @throws IOException if it cannot be written
     */
    void add(Result result) throws IOException;

    /**
     * Completes what is written; called once, last.
     *
     * @throws IOException if it cannot be written
     * @throws ExportException if these results cannot go into that form; nothing is written then
     */
    Exported finish() throws IOException, ExportException;
}
