package portzero.grader.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import portzero.grader.ladder.Arrow;
import portzero.grader.ladder.LadderView;
import portzero.grader.ladder.LadderView.Rung;
import portzero.grader.ladder.LadderView.Side;
import portzero.grader.text.SafeText;
import portzero.grader.wording.ListLimits;
import portzero.testkit.trace.TraceEvent;

/** Lays out a ladder diagram: one lifeline per side, time running down, an arrow per step. */
final class LadderDiagram {
    private static final int FIRST_LINE = 70;
    private static final int MARGIN = 50;
    private static final int GAP_OF_TWO = 292;
    private static final int GAP_OF_MORE = 280;
    private static final int TOP = 34;
    private static final int ROW = 38;
    private static final int MOST_ROWS = 40;
    private static final int MOST_SIDES = 5;

    private final List<String> sides;
    private final int gap;

    private LadderDiagram(List<String> sides) {
        this.sides = sides;
        this.gap = sides.size() == 2 ? GAP_OF_TWO : GAP_OF_MORE;
    }

    /** A drawing of the moves; none for a single one, or if a page cannot hold the sides. */
    static Optional<LadderView> of(String id, String title, List<TraceEvent> moves) {
        List<String> sides = sides(moves);
        return moves.size() < 2 || sides.size() < 2 || sides.size() > MOST_SIDES
                ? Optional.empty()
                : Optional.of(new LadderDiagram(sides).draw(id, title, moves));
    }

    /** The test stands on the left; the others follow in the order in which they appear. */
    private static List<String> sides(List<TraceEvent> moves) {
        var sides = new LinkedHashSet<String>();
        if (moves.stream()
                .anyMatch(move -> move.from().equals("test") || move.to().equals("test"))) {
            sides.add("test");
        }
        moves.stream().flatMap(move -> Stream.of(move.from(), move.to())).forEach(sides::add);
        return List.copyOf(sides);
    }

    private LadderView draw(String id, String title, List<TraceEvent> moves) {
        List<Rung> rungs = rungs(moves);
        List<Side> lines =
                sides.stream().map(side -> new Side(x(side), name(side))).toList();
        int width = FIRST_LINE + gap * (sides.size() - 1) + MARGIN;
        int height = TOP + ROW * rungs.size() + ROW / 2;
        return new LadderView(id, width, height, TOP, title, describe(moves), lines, rungs);
    }

    private List<Rung> rungs(List<TraceEvent> moves) {
        var rungs = new ArrayList<Rung>();
        int y = TOP + ROW - 8;
        for (Optional<TraceEvent> move :
                ListLimits.ends(optional(moves), MOST_ROWS, left -> Optional.<TraceEvent>empty())) {
            rungs.add(move.isPresent() ? rung(move.get(), y) : leftOut(moves.size() - MOST_ROWS + 1, y));
            y += ROW;
        }
        return rungs;
    }

    private static List<Optional<TraceEvent>> optional(List<TraceEvent> moves) {
        return moves.stream().map(Optional::of).toList();
    }

    private Rung rung(TraceEvent move, int y) {
        return move.from().equals(move.to()) || move.kind() == TraceEvent.Kind.NOTE ? note(move, y) : arrow(move, y);
    }

    private Rung arrow(TraceEvent move, int y) {
        var kind = Arrow.valueOf(move.kind().name());
        String full = full(move);
        int room = gap * Math.abs(sides.indexOf(move.from()) - sides.indexOf(move.to()));
        String label = LabelRoom.cut(full, room - 24, kind.tag());
        return Rung.arrow(number(move), kind, x(move.from()), x(move.to()), y, label, full);
    }

    private Rung note(TraceEvent move, int y) {
        boolean last = sides.indexOf(move.from()) == sides.size() - 1;
        String full = full(move);
        return Rung.note(number(move), x(move.from()), y, !last, LabelRoom.cut(full, gap - 30, ""), full);
    }

    private static String number(TraceEvent move) {
        return String.valueOf(move.step());
    }

    private Rung leftOut(int count, int y) {
        return Rung.gap((FIRST_LINE + x(sides.get(sides.size() - 1))) / 2, y, "… " + count + " more steps");
    }

    private int x(String side) {
        return FIRST_LINE + gap * sides.indexOf(side);
    }

    private static String name(String side) {
        return SafeText.line(side, 14);
    }

    private static String full(TraceEvent move) {
        return SafeText.line(move.label(), ListLimits.LINE);
    }

    private static String describe(List<TraceEvent> moves) {
        return ListLimits.ends(
                        moves.stream().map(LadderDiagram::describe).toList(), MOST_ROWS, left -> left + " more steps")
                .stream()
                .collect(Collectors.joining(" "));
    }

    private static String describe(TraceEvent move) {
        boolean crosses = !move.from().equals(move.to());
        String who = crosses ? name(move.from()) + " to " + name(move.to()) : name(move.from());
        return move.step() + ", " + who + ": " + full(move) + ".";
    }
}
