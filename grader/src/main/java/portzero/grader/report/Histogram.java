package portzero.grader.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import portzero.grader.report.view.HistogramView;
import portzero.grader.report.view.HistogramView.Bar;

/** Counts scores by tenths of what could be earned; full marks have a bar of their own. */
final class Histogram {
    private static final int TENTHS = 11;
    private static final int STEP = 37;
    private static final int BAR = 28;
    private static final int LEFT = 4;
    private static final int TOP = 20;
    private static final int TALLEST = 100;
    private static final int BELOW = 22;

    private final int[] counts = new int[TENTHS];

    /** Counts one score in percent, 0–100. */
    void add(int percent) {
        counts[percent / 10]++;
    }

    HistogramView view(String id) {
        int most = Arrays.stream(counts).max().orElse(0);
        List<Bar> bars = most == 0 ? List.of() : bars(most);
        return new HistogramView(
                id, 2 * LEFT + STEP * TENTHS, TOP + TALLEST + BELOW, TOP + TALLEST, description(), bars);
    }

    private List<Bar> bars(int most) {
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < TENTHS; i++) {
            int height = counts[i] == 0 ? 0 : Math.max(3, TALLEST * counts[i] / most);
            int x = LEFT + STEP * i + (STEP - BAR) / 2;
            String count = counts[i] == 0 ? "" : String.valueOf(counts[i]);
            bars.add(new Bar(x, TOP + TALLEST - height, BAR, height, x + BAR / 2, range(i), count));
        }
        return bars;
    }

    private static String range(int tenth) {
        return tenth == TENTHS - 1 ? "100" : tenth * 10 + "–" + (tenth * 10 + 9);
    }

    private String description() {
        return IntStream.range(0, TENTHS)
                .filter(i -> counts[i] > 0)
                .mapToObj(i -> range(i) + " %: " + counts[i])
                .collect(Collectors.joining("; "));
    }
}
