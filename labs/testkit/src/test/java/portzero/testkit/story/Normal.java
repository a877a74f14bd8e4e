package portzero.testkit.story;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces what differs from run to run in a failure's text: ports, seeds, random bytes, times. */
final class Normal {

    private static final Pattern PORT = Pattern.compile("(?<=127\\.0\\.0\\.1:)[1-9]\\d{3,4}");

    private Normal() {}

    static String of(String text) {
        return ports(text)
                // In a program of its own a standstill is seen, unless the machine is so busy that time runs out first.
                .replaceAll("\\((waited [0-9.]+ s|waited [0-9.]+ s; the program stands still: [^)]*)\\)", "(given up)")
                .replaceAll("(?<=portzero\\.seed=|seed )[0-9a-f]{32}", "SEED")
                .replaceAll("expected [0-9a-f]{2}, was [0-9a-f]{2}", "expected XX, was XX")
                .replaceAll("(?m)(?<=(expected|came)  ? ?… ).*…$", "XX …")
                .replaceAll("(?m)(?<=came      … ).*…$", "XX …")
                .replaceAll("(?m)[0-9,]+ bytes(?= came$| unread)", "N bytes")
                // This one does not wait for anything when the test fails, and may be a line further or not.
                .replaceAll("(?<=echo-1  ).*(?=, Servers.java:2\\d \\(serve\\))", "blocked in read")
                .replaceAll("Servers.java:2\\d \\(serve\\)", "Servers.java:25 (serve)")
                .replaceAll("(?<=ESTABLISHED: open), [0-9,]+ bytes unread", "")
                .replaceAll("(?<=listener  ).*", "blocked in accept, EchoServer.java:29 (accept)")
                .replaceAll("(?m)[ ]+$", "");
    }

    /** The first port is A, the second B … */
    private static String ports(String text) {
        Map<String, String> names = new LinkedHashMap<>();
        Matcher matcher = PORT.matcher(text);
        return matcher.replaceAll(match ->
                names.computeIfAbsent(match.group(), port -> "PORT" + (char) ('A' + names.size())));
    }
}
