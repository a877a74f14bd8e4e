package portzero.testkit.trace;

import java.util.ArrayList;
import java.util.List;

/** The story of one test. Thread-safe. */
public final class Trace {

    /** A test with more steps than this is told with the first and the last of them. */
    private static final int MOST = 60;

    private final List<Step> steps = new ArrayList<>();

    /**
     * Adds a step.
     *
     * @param kind what crosses between the sides
     * @param from the side that acts
     * @param to the side that it concerns
     * @param text the step as a sentence without a full stop
     * @param label the step in a few words, for the arrow in a diagram
     */
    public synchronized Step add(Move.Kind kind, String from, String to, String text, String label) {
        Step step = new Step(new Move(steps.size() + 1, from, to, kind, Shown.line(label)), Shown.line(text));
        steps.add(step);
        return step;
    }

    /** The story in lines. */
    public synchronized List<String> lines() {
        return shortened(steps.stream().map(Step::text).toList());
    }

    /** The story in arrows. */
    public synchronized List<Move> moves() {
        List<Move> moves = steps.stream().map(Step::move).toList();
        return moves.size() <= MOST ? moves : List.copyOf(moves.subList(moves.size() - MOST, moves.size()));
    }

    private static List<String> shortened(List<String> lines) {
        if (lines.size() <= MOST) {
            return lines;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, 5));
        kept.add("… " + (lines.size() - MOST) + " steps like these …");
        kept.addAll(lines.subList(lines.size() - MOST + 5, lines.size()));
        return kept;
    }
}
