package portzero.grader.sandbox;

import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A file or folder that the subject sees, read-only.
 *
 * @param source where it is
 * @param target where the subject sees it; absolute
 */
record Bind(Path source, String target) {
    Stream<String> arguments() {
        return Stream.of("--ro-bind", source.toString(), target);
    }
}
