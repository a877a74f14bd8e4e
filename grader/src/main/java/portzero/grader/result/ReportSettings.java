package portzero.grader.result;

import org.jspecify.annotations.Nullable;

/**
 * How the pages of a folder of results are made; the content of {@code RESULTS/report.json}.
 *
 * @param schema the version of this format, {@value Result#SCHEMA}
 * @param notes where the notes are published, an address with http or https; null where that is not known
 */
public record ReportSettings(int schema, @Nullable String notes) {
    /** What holds where nothing was set. */
    public static final ReportSettings DEFAULT = new ReportSettings(Result.SCHEMA, null);
}
