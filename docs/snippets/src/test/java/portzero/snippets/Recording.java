package portzero.snippets;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text a program printed, reduced to what must be the same each time it runs. */
final class Recording {
    private static final Pattern PORT = Pattern.compile("(?<=:|port )\\d{4,5}\\b");

    private Recording() {}

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
