package portzero.snippets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program of this module: one with a {@code main}. */
record Snippet(String className) {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern MAIN = Pattern.compile("public static void main\\(String");
    private static final int LIMIT_SECONDS = 30;

    static List<Snippet> all() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(Snippet::hasMain)
                    .map(Snippet::of)
                    .sorted(Comparator.comparing(Snippet::name))
                    .toList();
        }
    }

    String name() {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    Path recording() {
        return Path.of("recorded", name() + ".txt");
    }

    boolean runsHere() throws ClassNotFoundException {
        var type = Class.forName(className, false, getClass().getClassLoader());
        return !type.isAnnotationPresent(LinuxOnly.class)
                || System.getProperty("os.name").equals("Linux");
    }

    /** Runs the program in a JVM of its own; what it prints, errors included. */
    String run() throws IOException, InterruptedException {
        var output = Files.createTempFile("snippet", ".txt");
        try {
            var process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            var ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            var text = Files.readString(output);
            return ended ? text : text + "(still running after " + LIMIT_SECONDS + " s)\n";
        } finally {
            Files.delete(output);
        }
    }

    private List<String> command() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                "target/classes",
                className);
    }

    private static boolean hasMain(Path file) {
        try {
            return file.toString().endsWith(".java")
                    && MAIN.matcher(new String(Files.readAllBytes(file), UTF_8)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Snippet of(Path file) {
        var path = SOURCES.relativize(file).toString().replace(".java", "");
        return new Snippet(path.replace('\\', '.').replace('/', '.'));
    }

    @Override
    public String toString() {
        return name();
    }
}
