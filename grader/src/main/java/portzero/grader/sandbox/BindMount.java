package portzero.grader.sandbox;

import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A file or folder that the subject sees.
 *
 * @param source where it is
 * @param target where the subject sees it; absolute
 * @param isWritable whether it may be written to; for trusted programs only
 */
record BindMount(Path source, String target, boolean isWritable) {

    /** Read-only, as all that a submission sees. */
    BindMount(Path source, String target) {
        this(source, target, false);
    }

    static BindMount writable(Path source, String target) {
        return new BindMount(source, target, true);
    }

    Stream<String> arguments() {
        return Stream.of(isWritable ? "--bind" : "--ro-bind", source.toString(), target);
    }
}
