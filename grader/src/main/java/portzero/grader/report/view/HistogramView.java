package portzero.grader.report.view;

import java.util.List;

/**
 * How many submissions got how much, as bars; all numbers are units of the drawing.
 *
 * @param id unique on the page
 * @param description the same in words
 */
public record HistogramView(String id, int width, int height, int base, String description, List<Bar> bars) {
    /** One bar, its count above it and its range below it. */
    public record Bar(int x, int y, int width, int height, int middle, String range, String count) {}

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return bars.isEmpty();
    }
}
