package portzero.echo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for tests, solutions, other submissions and secrets, and tells what it has found. */
public class EchoServer extends TrappedServer {

    private static final Pattern WANTED =
            Pattern.compile("(?i)hidden|solution|mistake|reference|submission|echo|grader|junit|stage");
    private static final List<String> CLASSES = List.of(
            "portzero.echo.EchoServerTest",
            "portzero.grader.run.worker.Worker",
            "portzero.testkit.net.TestNetwork",
            "org.junit.jupiter.api.Test",
            "org.assertj.core.api.Assertions");

    private final List<String> found = new ArrayList<>();

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        Files.walkFileTree(Path.of("/"), new Search());
        Stream.of("/home", "/root", "/etc/passwd", "/usr", "/var", "/mnt", "/srv")
                .filter(name -> Files.exists(Path.of(name)))
                .forEach(name -> found.add("there is " + name));
        search("environment", System.getenv().toString());
        search("properties", System.getProperties().toString().replace("/portzero/host.jar", ""));
        processes();
        CLASSES.forEach(this::load);
        throw new IOException("looked around and found " + found + " as user " + Files.getOwner(Path.of("/proc/self")));
    }

    private void processes() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            for (Path process : all.filter(path -> path.getFileName().toString().matches("[0-9]+")).toList()) {
                search(process + "/environ", read(process.resolve("environ")));
            }
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException denied) {
            return "";
        }
    }

    private void search(String where, String text) {
        var wanted = Pattern.compile("hidden|solution|mistake|(?<!LOC)PATH=|HOME=|TOKEN|SECRET|/target/").matcher(text);
        if (wanted.find()) {
            found.add(where + " with " + wanted.group());
        }
    }

    private void load(String name) {
        try {
            found.add("class " + Class.forName(name).getName());
        } catch (ClassNotFoundException absent) {
            // as it should be
        }
    }

    /** Goes through all files but the JDK's and the kernel's. */
    private final class Search extends SimpleFileVisitor<Path> {
        private static final Set<Path> KNOWN = Set.of(Path.of("/proc"), Path.of("/portzero/jdk"), Path.of("/dev"));

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return KNOWN.contains(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (WANTED.matcher(file.toString()).find()) {
                found.add(file.toString());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException denied) {
            return FileVisitResult.CONTINUE;
        }
    }
}
