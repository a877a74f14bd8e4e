package portzero.grader.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A JDK as the subject sees it: the folder itself, and what its links lead to. Distributions keep
 * parts of a JDK elsewhere: on Debian the files of {@code conf} are links into {@code /etc}.
 */
final class JdkBindMounts {
    /** Where the subject sees the JDK; its own place would tell where, and as whom, the grader runs. */
    static final String TARGET = "/portzero/jdk";

    private JdkBindMounts() {}

    static List<BindMount> of(Path javaHome) throws IOException {
        var home = javaHome.toRealPath();
        var binds = new ArrayList<BindMount>();
        binds.add(new BindMount(home, TARGET));
        for (var folder : List.of("conf", "lib")) {
            try (var files = Files.walk(home.resolve(folder))) {
                files.filter(Files::isSymbolicLink)
                        .flatMap(link -> leaving(home, link))
                        .forEach(binds::add);
            }
        }
        return List.copyOf(binds);
    }

    private static Stream<BindMount> leaving(Path home, Path link) {
        try {
            var real = link.toRealPath();
            return real.startsWith(home) ? Stream.empty() : Stream.of(new BindMount(real, seenFromInside(home, link)));
        } catch (IOException dangling) {
            return Stream.empty();
        }
    }

    /** Where the link leads once the JDK is mounted at {@link #TARGET}. */
    private static String seenFromInside(Path home, Path link) throws IOException {
        var mounted = Path.of(TARGET).resolve(home.relativize(link));
        return mounted.resolveSibling(Files.readSymbolicLink(link)).normalize().toString();
    }
}
