package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Limits from the command line to the results. */
@Tag("slow")
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class LimitsCommandTest {

    @TempDir
    private Path folder;

    private Path out = Path.of("");

    @BeforeEach
    void makeClass() throws IOException {
        out = folder.resolve("results");
        new Submissions(folder.resolve("class"))
                .file("ada/EchoServer.java", "package portzero.echo;\n\n//" + "x".repeat(20 << 10) + "\n");
    }

    @Test
    void a_limit_that_is_met_is_named_and_the_run_says_which_limits_held() throws IOException {
        CommandOutcome ran = grade("--limit", "source-size=16 KiB");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("Limits: source-size 16 KiB.");
        assertThat(Files.readString(out.resolve("lab02-echo/ada.json")))
                .contains("REJECTED", "is larger than 16 KiB (limit source-size)");
        assertThat(Files.readString(out.resolve("run.json"))).contains("\"source-size\": 16384", "\"heap\": 67108864");
    }

    @Test
    void a_file_in_the_class_is_taken_and_is_no_submission() throws IOException {
        Files.writeString(folder.resolve("class/grader.toml"), "[limits]\nsource-size = \"16 KiB\"\n");
        CommandOutcome ran = grade();
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("Limits from " + folder.resolve("class/grader.toml") + ": source-size 16 KiB.");
        assertThat(out.resolve("lab02-echo/ada.json")).exists();
        assertThat(out.resolve("lab02-echo/grader.toml.json")).doesNotExist();
    }

    @Test
    void results_of_other_limits_are_not_completed() throws IOException {
        assertThat(grade("--limit", "source-size=16 KiB").code()).isZero();
        CommandOutcome other = grade("--limit", "source-size=17 KiB", "--resume");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err())
                .contains(
                        out + " was graded with other limits: source-size 16 KiB there and 17 KiB here. Grade with the"
                                + " same limits, or choose another folder with --out.");
        assertThat(grade("--limit", "source-size=16 KiB", "--resume").code()).isZero();
    }

    @Test
    void a_limit_that_cannot_be_used_ends_the_command() throws IOException {
        Path file = Files.writeString(folder.resolve("own.toml"), "[limits]\nheep = \"64 MiB\"\n");
        expect(file + ":2: there is no limit \"heep\"; did you mean heap?", "--config", file);
        expect("--limit: cpu = \"0\" is out of range; give 1 s to 3600 s (the default is 120 s).", "--limit", "cpu=0");
        expect(
                folder.resolve("none") + " does not exist; check the name after --config.",
                "--config",
                folder.resolve("none"));
        assertThat(out).doesNotExist();
    }

    @Test
    void sources_may_be_of_a_later_java_if_the_limits_say_so() throws IOException {
        int jdk = Runtime.version().feature();
        Path file = folder.resolve("class/grader.toml");
        Files.writeString(file, "[limits]\njava-release = " + (jdk + 1) + "\n");
        String range = jdk == 17 ? "17" : "17 to " + jdk;
        expect(file + ":2: java-release = \"" + (jdk + 1) + "\" is out of range; give " + range
                + " (the default is 17); for a later one, let JAVA_HOME point at a later JDK.");
        new Submissions(folder.resolve("class")).reference("ada");
        Path server = folder.resolve("class/ada/EchoServer.java");
        String newer =
                " Object text = \"21\"; if (text instanceof String s && !s.isEmpty()) switch (text) { case String t -> {} default -> {} }";
        Files.writeString(
                server, Files.readString(server).replaceFirst("public EchoServer\\(\\)[^{]*\\{", "$0" + newer));
        Files.writeString(file, "[limits]\njava-release = " + Math.min(jdk, 21) + "\n");
        assertThat(grade().code()).isZero();
        String result = Files.readString(out.resolve("lab02-echo/ada.json"));
        assertThat(result).contains(jdk < 21 ? "It does not compile for Java 17: 1 error" : "\"verdict\": \"GRADED\"");
    }

    @Test
    void limits_under_which_no_java_starts_are_refused_before_anything_is_graded() {
        CommandOutcome ran = grade("--limit", "heap=8 GiB", "--sandbox", "bubblewrap");
        assertThat(ran.code()).isIn(2, 3); // 3 where there is no sandbox
        if (ran.code() == 2) {
            assertThat(ran.err()).contains("No Java starts with heap 8 GiB (", "raise address-space");
        }
    }

    private void expect(String sentence, Object... options) {
        CommandOutcome ran = grade(options);
        assertThat(ran.err()).isEqualToNormalizingNewlines(sentence + "\n");
        assertThat(ran.code()).isEqualTo(2);
    }

    private CommandOutcome grade(Object... options) {
        Object[] usual = {
            "grade", folder.resolve("class"), "--lab", "echo", "--out", out, "--jobs", "1", "--sandbox", "none"
        };
        Object[] without = {"grade", folder.resolve("class"), "--lab", "echo", "--out", out, "--jobs", "1"};
        boolean chosen = Stream.of(options).anyMatch("--sandbox"::equals);
        return CommandOutcome.in(
                CourseHome.HOME,
                Stream.of(chosen ? without : usual, options).flatMap(Stream::of).toArray());
    }
}
