package portzero.testkit.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exception of the student's code.
 *
 * @param text its simple name and, after a colon, its message if it has one
 * @param thread the name of the thread that it ended; empty if a call threw it
 * @param lines where in the student's code, innermost first
 * @param own whether its class is the student's own
 */
public record ExceptionTrace(String text, String thread, List<String> lines, boolean own) {

    /** As the host prints it, see {@link portzero.testkit.host.Host}. */
    private static final Pattern LOST = Pattern.compile("Exception in thread \"(.*?)\" ([\\w.$]+)(: .*)?");

    private static final Pattern LINE = Pattern.compile(" {2}at (\\S+:\\d+)");

    /** Most programs of students end few threads; one that ends many is told with the first. */
    private static final int MOST = 3;

    public ExceptionTrace {
        lines = List.copyOf(lines);
    }

    /** Those that ended threads, as far as the output says so. */
    public static List<ExceptionTrace> lost(String output) {
        List<ExceptionTrace> faults = new ArrayList<>();
        List<String> lines = output.lines().toList();
        for (int i = 0; i < lines.size() && faults.size() < MOST; i++) {
            Matcher matcher = LOST.matcher(lines.get(i));
            if (matcher.matches()) {
                String message = matcher.group(3) == null ? "" : matcher.group(3);
                faults.add(new ExceptionTrace(
                        simple(matcher.group(2)) + message, matcher.group(1), at(lines, i + 1), false));
            }
        }
        return List.copyOf(faults);
    }

    private static List<String> at(List<String> lines, int start) {
        List<String> places = new ArrayList<>();
        for (int i = start; i < lines.size(); i++) {
            Matcher matcher = LINE.matcher(lines.get(i));
            if (!matcher.matches()) {
                break;
            }
            places.add(matcher.group(1));
        }
        return places;
    }

    private static String simple(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }

    /** Its simple name. */
    String type() {
        int colon = text.indexOf(':');
        return colon < 0 ? text : text.substring(0, colon);
    }

    /** A sentence about a thread that it ended, and where. */
    public String sentence() {
        StringBuilder sentence = new StringBuilder("An exception ended the thread “" + thread + "”: " + text);
        lines.forEach(line -> sentence.append("\n  at ").append(line));
        return sentence.toString();
    }
}
