package portzero.snippets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program in Java: a class with a {@code main}, unless it plays a part in a transcript. */
record Snippet(String className) implements Recorded {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern MAIN = Pattern.compile("public static void main\\(String");
    private static final String PLAYS_A_PART = "@PlaysInTranscript";

    static List<Snippet> all() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(Snippet::isRecorded).map(Snippet::of).toList();
        }
    }

    @Override
    public String name() {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    @Override
    public void assumeRunsHere() throws ClassNotFoundException {
        if (Class.forName(className, false, getClass().getClassLoader()).isAnnotationPresent(LinuxOnly.class)) {
            Tool.assumeLinux(this);
        }
    }

    @Override
    public String run() throws IOException, InterruptedException {
        return Command.run(command()).printed();
    }

    private List<String> command() {
        return List.of(
                Command.ofJdk("java"),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                "target/classes",
                className);
    }

    private static boolean isRecorded(Path file) {
        try {
            var text = file.toString().endsWith(".java") ? Files.readString(file) : "";
            return MAIN.matcher(text).find() && !text.contains(PLAYS_A_PART);
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
