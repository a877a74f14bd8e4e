package portzero.grader.report.terminal;

import java.util.ArrayList;
import java.util.List;

/** Lines broken at spaces. */
final class LineWrapper {
    private LineWrapper() {}

    /**
     * Breaks one line into several of at most {@code width} characters. Spaces inside a line that fits
     * stay as they are; a word that is longer than a line is cut.
     */
    static List<String> at(int width, String line) {
        var lines = new ArrayList<String>();
        String rest = line.stripTrailing();
        while (rest.length() > width) {
            int end = breakBefore(rest, width);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private static int breakBefore(String line, int width) {
        int space = line.lastIndexOf(' ', width);
        boolean onlyIndent = space < 0 || line.substring(0, space).isBlank();
        if (!onlyIndent) {
            return space;
        }
        return Character.isHighSurrogate(line.charAt(width - 1)) ? width - 1 : width;
    }
}
