package portzero.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.util.Locale;

/** A program that speaks TCP and UDP, or reads captures of it, and that this course did not write. */
enum Tool {
    /** The one of OpenBSD, whose {@code -N} ends its output at the end of its input. */
    NC("nc -h", "OpenBSD", "netcat-openbsd"),
    SOCAT("socat -V", "socat version", "socat"),
    PYTHON("python3 --version", "Python 3", "python3"),
    TSHARK("tshark --version", "TShark", "tshark");

    private final String question;
    private final String answer;
    private final String debian;

    Tool(String question, String answer, String debian) {
        this.question = question;
        this.answer = answer;
        this.debian = debian;
    }

    /** Skips the test where this is missing, unless PORTZERO_REQUIRE says that it must be there. */
    void check() throws IOException, InterruptedException {
        if (isThere()) {
            return;
        }
        String missing = name().toLowerCase(Locale.ROOT) + " is missing; install it (Debian: apt-get install " + debian
                + ") to check the solutions against it.";
        if (System.getenv().getOrDefault("PORTZERO_REQUIRE", "").contains("interop")) {
            throw new AssertionError(missing);
        }
        abort(missing);
    }

    private boolean isThere() throws InterruptedException {
        try {
            Process process = new ProcessBuilder(question.split(" ", -1))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            process.waitFor();
            return said.contains(answer);
        } catch (IOException notFound) {
            return false;
        }
    }
}
