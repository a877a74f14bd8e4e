package portzero.bench;

import java.io.IOException;
import java.util.List;

/** One part of the results, which can be measured alone. */
interface Section {
    /** The name on the command line. */
    String name();

    /** The heading in the results. */
    String title();

    /** What it needs beside what grading needs. */
    default List<Need> needs() {
        return List.of();
    }

    /**
     * Measures.
     *
     * @return Markdown: tables, and what a reader must know to read them
     * @throws MeasurementFailed if a command fails
     */
    String measure(Bench bench) throws IOException, InterruptedException;
}
