package portzero.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A program in C or Python, in one file. */
record ForeignProgram(Path file) implements Recorded {
    private static final List<Path> FOLDERS = List.of(Path.of("src/main/c"), Path.of("src/main/python"));
    private static final Path COMPILED = Path.of("target/c");

    static List<ForeignProgram> all() throws IOException {
        try (Stream<Path> c = Files.list(FOLDERS.get(0));
                Stream<Path> python = Files.list(FOLDERS.get(1))) {
            return Stream.concat(c, python)
                    .filter(file -> file.toString().matches(".*\\.(c|py)"))
                    .map(ForeignProgram::new)
                    .toList();
        }
    }

    @Override
    public String name() {
        return file.getFileName().toString();
    }

    /** A comment that begins with "linux only" says that the output is that of Linux. */
    @Override
    public void assumeRunsHere() throws IOException {
        if (Files.readString(file).matches("(?s).*(//|#) linux only.*")) {
            Tool.assumeLinux(this);
        }
        new Tool(isC() ? "cc" : "python3").assumeIsThere(this);
    }

    @Override
    public String run() throws IOException, InterruptedException {
        return Command.run(isC() ? List.of(compiled()) : List.of("python3", "-W", "error", file.toString()))
                .printed();
    }

    private String compiled() throws IOException, InterruptedException {
        Files.createDirectories(COMPILED);
        var program = COMPILED.resolve(name().replace(".c", "")).toString();
        var compiler =
                Command.run(List.of("cc", "-std=gnu11", "-Wall", "-Wextra", "-Werror", "-o", program, file.toString()));
        assertThat(compiler.exitCode()).as(compiler.printed()).isZero();
        return program;
    }

    private boolean isC() {
        return name().endsWith(".c");
    }

    @Override
    public String toString() {
        return name();
    }
}
