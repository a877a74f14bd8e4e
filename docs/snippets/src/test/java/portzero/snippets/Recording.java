package portzero.snippets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text a program printed, reduced to what must be the same each time it runs. */
final class Recording {
    private static final Pattern PORT = Pattern.compile("(?<=:|port )\\d{4,5}\\b");

    /** A port of the kernel's choice, in decimal or, behind a colon or alone, in hexadecimal. */
    private static final Pattern ANY_PORT =
            Pattern.compile("\\b\\d{5}\\b|(?<=:)(?!0000)[0-9A-F]{4}\\b|(?m:^[0-9A-F]{4}$)");

    /** What else differs each time, and what stands for it; in this order. */
    private static final List<Map.Entry<Pattern, String>> VARYING = List.of(
            entry("(?m)^(\\w+) \\d+ \\S+ \\d+u (IPv.) \\d+ ", "$1 PID USER FD $2 DEVICE "),
            entry("Address:Port ?Process", "Address:Port Process"),
            entry("pid=\\d+,fd=\\d+", "pid=PID,fd=FD"),
            entry("\\bTS val \\d+ ecr \\d+", "TS"),
            entry("\\b(win|wscale) \\d+", "$1 SIZE"),
            entry("\\b(seq|ack) \\d{5,}", "$1 NUMBER"),
            entry("\\b(\\d+sec|1min)\\b", "TIME"));

    private Recording() {}

    /** What commands printed: ports as below, and no ids, times, window sizes or widths of columns. */
    static String ofCommands(String text) {
        var reduced = text.replaceAll("[ \\t]+", " ").replaceAll("(?m) $", "");
        for (var varying : VARYING) {
            reduced = varying.getKey().matcher(reduced).replaceAll(varying.getValue());
        }
        Map<String, String> names = new LinkedHashMap<>();
        return ANY_PORT.matcher(reduced).replaceAll(port -> name(names, decimal(port.group())));
    }

    private static Map.Entry<Pattern, String> entry(String what, String standIn) {
        return Map.entry(Pattern.compile(what), standIn);
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
