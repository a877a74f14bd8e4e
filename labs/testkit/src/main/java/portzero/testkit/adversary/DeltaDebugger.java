package portzero.testkit.adversary;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds a small part of a list that still fails: the algorithm <i>ddmin</i> (Zeller and Hildebrandt, “Simplifying and
 * Isolating Failure-Inducing Input”, 2002). Of what it returns, unless it was stopped, no single element can be left out.
 *
 * @param <T> what the list is of
 */
final class DeltaDebugger<T> {

    private final Trial<T> trial;

    /** Whether a list fails. */
    interface Trial<T> {

        /** Runs it once. */
        boolean fails(List<T> part);

        /** Whether there is time for another run. */
        boolean goesOn();
    }

    DeltaDebugger(Trial<T> trial) {
        this.trial = trial;
    }

    /**
     * Shrinks a list that fails.
     *
     * @return a part of it that fails, in the same order; the list itself if no part does
     */
    List<T> shrink(List<T> failing) {
        List<T> smallest = failing;
        if (!smallest.isEmpty() && trial.goesOn() && trial.fails(List.of())) {
            return List.of();
        }
        int pieces = 2;
        while (smallest.size() >= 2 && trial.goesOn()) {
            List<T> smaller = smaller(smallest, pieces);
            if (smaller.size() < smallest.size()) {
                smallest = smaller;
                pieces = Math.max(2, pieces - 1);
            } else if (pieces < smallest.size()) {
                pieces = Math.min(smallest.size(), pieces * 2);
            } else {
                return smallest;
            }
        }
        return smallest;
    }

    /** A piece that fails, or all but one piece; the list itself if none of them does. */
    private List<T> smaller(List<T> all, int pieces) {
        for (int i = 0; i < pieces && trial.goesOn(); i++) {
            int begin = (int) ((long) all.size() * i / pieces);
            int end = (int) ((long) all.size() * (i + 1) / pieces);
            List<T> piece = all.subList(begin, end);
            if (trial.fails(List.copyOf(piece))) {
                return List.copyOf(piece);
            }
            if (pieces > 2 && trial.goesOn()) { // of two pieces, each is all but the other
                List<T> rest = new ArrayList<>(all.subList(0, begin));
                rest.addAll(all.subList(end, all.size()));
                if (trial.fails(List.copyOf(rest))) {
                    return List.copyOf(rest);
                }
            }
        }
        return all;
    }
}
