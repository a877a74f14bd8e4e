package portzero.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A session of commands, {@code transcripts/NAME.sh}, recorded with a stamp that says on what. */
record Transcript(String name) implements Recorded {
    private static final Path FOLDER = Path.of("transcripts");
    private static final String NEEDS = "# needs: ";

    /** What a script exits with that cannot do here what it shows; its last line says why. */
    private static final int NOT_HERE = 77;

    static List<Transcript> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".sh"))
                    .map(file -> new Transcript(file.replace(".sh", "")))
                    .toList();
        }
    }

    /** The second line of a script names the tools that it needs. */
    @Override
    public void assumeRunsHere() throws IOException {
        Tool.assumeLinux(this);
        var line = Files.readAllLines(script()).get(1);
        assertThat(line).as("%s: the second line", script()).startsWith(NEEDS);
        Arrays.stream(line.substring(NEEDS.length()).split(" ", -1))
                .map(Tool::new)
                .forEach(tool -> tool.assumeIsThere(this));
    }

    @Override
    public String run() throws IOException, InterruptedException {
        var session = Command.run(
                List.of("bash", FOLDER.resolve("lib/session.bash").toString(), script().toString()),
                Path.of("."),
                Map.of("LC_ALL", "C.UTF-8", "JAVA", Command.ofJdk("java"), "CLASSPATH", "target/classes"));
        if (session.exitCode() == NOT_HERE) {
            Tool.skip(name + ": " + session.printed().strip().replaceFirst("(?s).*\n", ""));
        }
        assertThat(session.exitCode())
                .as("%s:%n%s", script(), session.printed())
                .isZero();
        return session.printed().replaceAll("(?m) +$", "");
    }

    @Override
    public String normalised(String text) {
        return Recording.ofCommands(text);
    }

    Path stamp() {
        return Path.of("recorded", name + ".stamp");
    }

    /** The system and JDK that run this, without what tells one machine from another. */
    static String today() {
        var kernel = System.getProperty("os.version").replaceFirst("^(\\d+\\.\\d+).*", "$1");
        return System.getProperty("os.name") + " " + kernel + ", JDK "
                + Runtime.version().feature() + "\n";
    }

    private Path script() {
        return FOLDER.resolve(name + ".sh");
    }

    @Override
    public String toString() {
        return name;
    }
}
