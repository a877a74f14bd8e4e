package portzero.grader.report.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** How wide the terminal is that this program writes to, where the system has {@code stty}. */
final class TerminalSize {

    private static final Path SHELL = Path.of("/bin/sh");

    /** Standard output is the terminal's, or not, and so cannot bring the answer. */
    private static final String ASK = "test -t 1 && stty size </dev/tty >&2";

    private static final long PATIENCE = 2;

    private TerminalSize() {}

    /** The number of columns; 0 where that cannot be told. */
    static int columns() {
        if (!Files.isExecutable(SHELL)) {
            return 0;
        }
        try {
            Process process = new ProcessBuilder(SHELL.toString(), "-c", ASK)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String size = new String(process.getErrorStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return process.waitFor(PATIENCE, TimeUnit.SECONDS) ? parse(size.substring(size.indexOf(' ') + 1)) : 0;
        } catch (IOException missing) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** The number, or 0 if it is none that a terminal can have. */
    static int parse(String columns) {
        return columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : 0;
    }
}
