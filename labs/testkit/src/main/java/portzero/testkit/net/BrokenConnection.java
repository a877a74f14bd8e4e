package portzero.testkit.net;

import java.io.IOException;
import java.util.Objects;

/** How the end of a connection reads that the test meets while it sends: its own error is none of the student's. */
final class BrokenConnection {

    private BrokenConnection() {}

    static String text(IOException broken) {
        return switch (Objects.requireNonNullElse(broken.getMessage(), "")) {
            case "Broken pipe" -> "it had closed the connection";
            case "Connection reset", "Connection reset by peer" -> "the connection was reset";
            default -> "the connection broke: " + broken.getMessage();
        };
    }
}
