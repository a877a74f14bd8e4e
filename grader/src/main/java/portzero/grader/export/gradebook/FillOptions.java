package portzero.grader.export.gradebook;

import java.util.Optional;

/**
 * How a gradebook is filled in.
 *
 * @param column the heading of the column to fill, or its beginning; found by the lab if not given
 * @param by the heading of the only column that students are found by, names not compared
 * @param scale whether scores are converted where the column has another maximum
 * @param keep whether grades that are there stay
 * @param missingAsZero whether students without a result get 0 where there is no grade
 */
public record FillOptions(
        Optional<String> column, Optional<String> by, boolean scale, boolean keep, boolean missingAsZero) {

    /** What is done unless asked otherwise. */
    public static final FillOptions DEFAULT = new FillOptions(Optional.empty(), Optional.empty(), false, false, false);
}
