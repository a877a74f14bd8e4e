package portzero.snippets;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text a program printed, reduced to what must be the same each time it runs. */
final class Recording {
    private static final Pattern PORT = Pattern.compile("(?<=:|port )\\d{4,5}\\b");

    /** A port of the kernel's choice standing alone, or behind an address in hexadecimal. */
    private static final Pattern ANY_PORT = Pattern.compile("\\b\\d{5}\\b|(?<=\\p{XDigit}{8}:)\\p{XDigit}{4}\\b");

    private static final Map<String, String> VARYING = Map.of(
            "pid=\\d+", "pid=ID",
            "fd=\\d+", "fd=FD",
            "\\bTS val \\d+ ecr \\d+", "TS",
            "\\bwin \\d+", "win SIZE",
            "\\bwscale \\d+", "wscale SCALE",
            "\\b(seq|ack) \\d{5,}", "$1 NUMBER",
            "\\b\\d+(?=ms\\b|sec\\b| ms\\b)", "TIME");

    private Recording() {}

    /** What commands printed: ports as above, and no ids, times, window sizes or widths of columns. */
    static String ofCommands(String text) {
        var reduced = text.replaceAll("[ \\t]+", " ").replaceAll("(?m) $", "");
        for (var varying : VARYING.entrySet()) {
            reduced = reduced.replaceAll(varying.getKey(), varying.getValue());
        }
        Map<String, String> names = new LinkedHashMap<>();
        return ANY_PORT.matcher(reduced).replaceAll(port -> name(names, decimal(port.group())));
    }

    private static String decimal(String port) {
        return port.length() == 5 ? port : String.valueOf(Integer.parseInt(port, 16));
    }

    /** Numbers the ports in the order in which they first appear: the kernel gives others each time. */
    static String normalised(String text) {
        Map<String, String> names = new LinkedHashMap<>();
        return PORT.matcher(text.replace("\r\n", "\n"))
                .replaceAll(port -> Matcher.quoteReplacement(name(names, port.group())));
    }

    private static String name(Map<String, String> names, String port) {
        return names.computeIfAbsent(port, unseen -> "PORT" + (names.size() + 1));
    }
}
