package portzero.unix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the message of a path that is too long says. */
final class PathLength {

    private PathLength() {}

    /** Expects both numbers in it, as numbers of their own and not as part of the path. */
    static void expectIn(IOException refusal, Path path, int length) {
        String message = String.valueOf(refusal.getMessage()).replace(path.toString(), "");
        assertThat(names(message, length) && names(message, Server.LONGEST_PATH))
                .withFailMessage(
                        "Expected a message with %d, the bytes of the path, and %d, the limit, but it is: %s",
                        length, Server.LONGEST_PATH, refusal.getMessage())
                .isTrue();
    }

    private static boolean names(String message, int number) {
        return Pattern.compile("(?<!\\d)" + number + "(?!\\d)").matcher(message).find();
    }
}
