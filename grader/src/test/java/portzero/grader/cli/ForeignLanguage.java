package portzero.grader.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A language that the example servers under {@code challenge} are written in. */
enum ForeignLanguage {
    PYTHON("python3", ".py", "python3"),
    C("cc", ".c", "gcc libc6-dev");

    private static final Path SOURCES =
            CourseHome.HOME.resolve("grader/src/test/resources/challenge").toAbsolutePath();

    private final String tool;
    private final String suffix;
    private final String debian;

    ForeignLanguage(String tool, String suffix, String debian) {
        this.tool = tool;
        this.suffix = suffix;
        this.debian = debian;
    }

    /** The command for a program, which is built if need be; skips the test where the language is missing. */
    List<String> command(String program, Path folder) throws IOException, InterruptedException {
        check();
        Path source = SOURCES.resolve(program + suffix);
        if (this == PYTHON) {
            return List.of(tool, source.toString());
        }
        Path built = folder.resolve(program);
        Process compiler = new ProcessBuilder(
                        tool, "-Wall", "-O1", "-pthread", "-o", built.toString(), source.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(compiler.getInputStream().readAllBytes(), UTF_8);
        assertThat(compiler.waitFor()).as(said).isZero();
        return List.of(built.toString());
    }

    private void check() throws InterruptedException {
        try {
            Process version = new ProcessBuilder(tool, "--version")
                    .redirectErrorStream(true)
                    .start();
            version.getInputStream().readAllBytes();
            version.waitFor();
        } catch (IOException notFound) {
            String missing = tool + " is missing; install it (Debian: apt-get install " + debian
                    + ") to check servers in other languages.";
            if (System.getenv().getOrDefault("PORTZERO_REQUIRE", "").contains("interop")) {
                throw new AssertionError(missing, notFound);
            }
            abort(missing);
        }
    }
}
