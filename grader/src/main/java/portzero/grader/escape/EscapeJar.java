package portzero.grader.escape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The jar with {@link Escape} in it. */
public final class EscapeJar {
    /** The class to run. */
    public static final String MAIN = Escape.class.getName();

    private static final List<Class<?>> CONTENT =
            List.of(Escape.class, ProbeOutcome.class, EnvironmentProbes.class, Privileges.class, ResourceProbes.class);

    private EscapeJar() {}

    /** Writes the jar; an existing file is replaced. */
    public static void write(Path file) throws IOException {
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (var type : CONTENT) {
                var name = type.getName().replace('.', '/') + ".class";
                try (var bytes = EscapeJar.class.getResourceAsStream('/' + name)) {
                    if (bytes == null) {
                        throw new IOException(name + " is missing from the grader's jar");
                    }
                    jar.putNextEntry(new JarEntry(name));
                    bytes.transferTo(jar);
                }
            }
        }
    }
}
