package portzero.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Figures of one kind from several rounds. */
final class Samples {
    private final List<Double> sorted = new ArrayList<>();

    static Samples of(List<Double> figures) {
        var samples = new Samples();
        figures.forEach(samples::add);
        return samples;
    }

    void add(double figure) {
        sorted.add(figure);
        Collections.sort(sorted);
    }

    double median() {
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double min() {
        return sorted.get(0);
    }

    double max() {
        return sorted.get(sorted.size() - 1);
    }

    double mean() {
        return sorted.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** The median, and in brackets the least and the most where there are several. */
    String text(int digits) {
        return sorted.size() == 1
                ? Figures.of(median(), digits)
                : "%s (%s–%s)"
                        .formatted(Figures.of(median(), digits), Figures.of(min(), digits), Figures.of(max(), digits));
    }
}
