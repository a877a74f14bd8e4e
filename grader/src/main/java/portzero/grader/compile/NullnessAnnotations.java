package portzero.grader.compile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * JSpecify's annotations, which the labs' own files use: a student's IDE offers them, and what compiles there has to compile
 * here. Needed to compile only; the JVM passes over an annotation whose class it does not find.
 */
public final class NullnessAnnotations {

    private static final List<Class<?>> ALL =
            List.of(Nullable.class, NonNull.class, NullMarked.class, NullUnmarked.class);

    private NullnessAnnotations() {}

    /** Class files by binary name. */
    public static Map<String, byte[]> classes() {
        return ALL.stream().collect(Collectors.toMap(Class::getName, NullnessAnnotations::content));
    }

    private static byte[] content(Class<?> type) {
        String file = type.getSimpleName() + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The grader's own " + file + " is missing; build it again.");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
