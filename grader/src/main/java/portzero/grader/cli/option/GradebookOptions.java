package portzero.grader.cli.option;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import portzero.grader.export.gradebook.FillOptions;

/** How a gradebook of a platform's is filled in. */
public final class GradebookOptions {

    @Option(
            names = "--column",
            paramLabel = "HEADING",
            description = "canvas, moodle: the column to fill; default: the one that is called like the lab")
    private @Nullable String column;

    @Option(
            names = "--by",
            paramLabel = "HEADING",
            description = "canvas, moodle: find students by this column alone, whatever their names are")
    private @Nullable String by;

    @Option(
            names = "--scale",
            description = "canvas, moodle: convert scores where the column has another maximum than the lab")
    private boolean scale;

    @Option(names = "--keep", description = "canvas, moodle: leave grades that are there, fill empty cells only")
    private boolean keep;

    @Option(
            names = "--missing-as-zero",
            description = "canvas, moodle: 0 for those in the file who have no result and no grade")
    private boolean missingAsZero;

    /** What was asked for. */
    public FillOptions options() {
        return new FillOptions(Optional.ofNullable(column), Optional.ofNullable(by), scale, keep, missingAsZero);
    }

    /** Whether anything was. */
    public boolean isUsed() {
        return !options().equals(FillOptions.DEFAULT);
    }
}
