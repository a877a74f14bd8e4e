package portzero.grader.report.terminal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import portzero.grader.text.SafeText;
import portzero.testkit.trace.TraceEvent;

/** The steps of a test as arrows between its sides, drawn with characters. */
public final class LadderText {

    private static final int NUMBER = 5;
    private static final int MOST_SIDES = 4;
    private static final int LONGEST = 200;

    private final Terminal terminal;

    public LadderText(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The drawing, line by line; where too many sides take part, the same as words. */
    public List<String> lines(List<TraceEvent> moves) {
        Set<String> sides = new LinkedHashSet<>();
        moves.forEach(move -> {
            sides.add(move.from());
            sides.add(move.to());
        });
        List<String> lines = new ArrayList<>();
        if (moves.isEmpty()) {
            return List.of("  Nothing went over the wire.");
        }
        if (sides.size() > MOST_SIDES || sides.size() == 1) {
            moves.forEach(move -> lines.add(String.format(
                    "%3d  %s",
                    move.step(),
                    terminal.fit(SafeText.line(move.from() + " → " + move.to() + ": " + move.label(), LONGEST)))));
            return lines;
        }
        List<String> order = List.copyOf(sides);
        lines.add(heading(order));
        moves.forEach(move -> lines.add(rung(move, order)));
        return lines;
    }

    /** The names of the sides, two to four, for a drawing whose steps are not known yet. */
    public String heading(List<String> sides) {
        return names(sides, gap(sides));
    }

    /** One step between these sides. */
    public String rung(TraceEvent move, List<String> sides) {
        return line(move, sides, gap(sides));
    }

    private int gap(List<String> sides) {
        return (terminal.width() - NUMBER - 2 * MOST_SIDES) / (sides.size() - 1) - 1;
    }

    private String names(List<String> order, int gap) {
        StringBuilder line = new StringBuilder(" ".repeat(NUMBER));
        for (String name : order) {
            int over = line.length() + Math.min(name.length(), gap) - terminal.width();
            line.setLength(line.length() - Math.max(0, over)); // the last name may be too long to stand below its line
            line.append(name.length() > gap ? name.substring(0, gap) : name)
                    .append(" ".repeat(Math.max(1, gap + 1 - name.length())));
        }
        return line.toString().stripTrailing();
    }

    private String line(TraceEvent move, List<String> order, int gap) {
        int from = order.indexOf(move.from());
        int to = order.indexOf(move.to());
        StringBuilder line = new StringBuilder(String.format("%3d  ", move.step()));
        for (int column = 0; column < order.size(); column++) {
            line.append('|');
            if (column < order.size() - 1) {
                line.append(
                        from == to
                                ? alone(move, column, from, gap, order.size() - 1)
                                : between(move, column, from, to, gap));
            }
        }
        return line.toString();
    }

    private String between(TraceEvent move, int column, int from, int to, int gap) {
        String label = label(move);
        if (column < Math.min(from, to) || column >= Math.max(from, to)) {
            return " ".repeat(gap);
        }
        boolean right = from < to;
        boolean head = right ? column == to - 1 : column == to;
        String shown = column == Math.min(from, to) ? "-- " + cut(label, gap - 8) + " " : "";
        String shaft = padded(shown, gap - (head ? 1 : 0), '-');
        if (!head) {
            return shaft;
        }
        return right ? shaft + ">" : "<" + shaft;
    }

    /** What one side does by itself: right of its line, or left of the last one. */
    private String alone(TraceEvent move, int column, int at, int gap, int last) {
        if (column == at) {
            return padded(" * " + label(move), gap, ' ');
        }
        String left = cut(label(move), gap - 4) + " * ";
        return at == last && column == at - 1 ? " ".repeat(gap - left.length()) + left : " ".repeat(gap);
    }

    private String label(TraceEvent move) {
        return terminal.fit(SafeText.line(move.label(), LONGEST));
    }

    private static String padded(String text, int length, char with) {
        String cut = text.length() > length ? text.substring(0, length) : text;
        return cut + String.valueOf(with).repeat(length - cut.length());
    }

    private String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, Math.max(0, length - 3)) + "...";
    }
}
