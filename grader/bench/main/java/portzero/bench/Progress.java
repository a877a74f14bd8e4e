package portzero.bench;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** Tells whoever waits what is being done. */
final class Progress {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final PrintStream out;
    private String section = "";

    Progress(PrintStream out) {
        this.out = out;
    }

    void begin(String name) {
        section = name;
    }

    void say(String sentence) {
        out.printf("%s  %-8s %s%n", LocalTime.now().format(TIME), section, sentence);
    }
}
