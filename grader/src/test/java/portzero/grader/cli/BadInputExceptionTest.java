package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;

/** Whatever a user gives: one sentence that says what is wrong and what to do, and the right exit code. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class BadInputExceptionTest {

    @TempDir
    private Path folder;

    private Path some = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void makeClass() throws IOException {
        some = folder.resolve("class");
        out = folder.resolve("results");
        new Submissions(some).file("ada/EchoServer.java", "package portzero.echo;\n\nclass EchoServer {\n");
    }

    @Test
    void a_folder_that_is_missing() {
        Path missing = folder.resolve("missing");
        expect(2, missing + " does not exist; check the name.", "grade", missing, "--out", out);
        assertThat(out).doesNotExist();
    }

    @Test
    void a_file_in_place_of_the_folder() throws IOException {
        Path file = Files.writeString(folder.resolve("class.txt"), "x");
        expect(
                2,
                file + " is not a folder; give the folder that holds one folder or archive per student.",
                "grade",
                file,
                "--out",
                out);
    }

    @Test
    void an_empty_folder() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        expect(
                2,
                empty + " holds no submissions; it must hold one folder or archive per student.",
                "grade",
                empty,
                "--out",
                out);
    }

    @Test
    void a_roster_that_cannot_be_used() throws IOException {
        Path missing = folder.resolve("missing.csv");
        Path other = Files.writeString(folder.resolve("other.csv"), "login\ngrace\n");
        CommandOutcome unread = CommandOutcome.in(CourseHome.HOME, "grade", some, "--out", out, "--roster", missing);
        assertThat(unread.code()).isEqualTo(3);
        assertThat(unread.err()).isEqualTo(missing + " does not exist; check the name." + System.lineSeparator());
        expect(
                2,
                other
                        + ": no line names any of the submissions. On the list, for instance: grace. Handed in, for instance: ada. One column must hold the platform's ids, the"
                        + " students' names, logins or addresses, or the names of the folders; --force grades all the same, without the list.",
                "grade",
                some,
                "--out",
                out,
                "--roster",
                other);
        assertThat(out).doesNotExist();
    }

    @Test
    void an_unknown_lab() throws CourseException {
        String labs = Course.in(CourseHome.HOME).labs().stream()
                .map(lab -> lab.id() + " (" + lab.name() + ")")
                .collect(Collectors.joining(", "));
        expect(2, "There is no lab telnet; the labs are " + labs, "grade", some, "--out", out, "--lab", "telnet");
        expect(2, "There is no lab telnet; the labs are " + labs, "test", "telnet");
        expect(2, "There is no lab telnet; the labs are " + labs, "vet", "telnet");
        expect(2, "There is no lab telnet; the labs are " + labs, "vet", "echo", "--load", "telnet");
    }

    @Test
    void no_lab() {
        CommandOutcome ran = CommandOutcome.in(CourseHome.HOME, "test");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("LAB").contains("--help").hasLineCount(2).doesNotContain("\tat ");
    }

    @Test
    void results_that_cannot_be_written() throws IOException {
        RequiredSandbox.check();
        Path file = Files.writeString(folder.resolve("file"), "x"); // nobody, not even root, can write below a file
        CommandOutcome ran =
                CommandOutcome.in(CourseHome.HOME, "grade", some, "--lab", "echo", "--out", file.resolve("results"));
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err())
                .hasLineCount(1)
                .startsWith(file.resolve("results") + " cannot be written")
                .contains("Choose another folder with --out.");
    }

    @Test
    void a_folder_for_results_that_holds_something_else() throws IOException {
        RequiredSandbox.check();
        Path thesis = folder.resolve("thesis");
        Files.createDirectories(thesis);
        Files.writeString(thesis.resolve("chapter.txt"), "x");
        CommandOutcome ran = CommandOutcome.in(CourseHome.HOME, "grade", some, "--lab", "echo", "--out", thesis);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).hasLineCount(1).contains("not empty", "Choose a new folder with --out.");
    }

    @Test
    void results_that_are_there_already() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("run.json"), "{}");
        expect(
                2,
                out + " holds results already; add --resume to complete them, or choose another folder.",
                "grade",
                some,
                "--out",
                out);
    }

    @Test
    void an_unknown_sandbox() {
        CommandOutcome ran = CommandOutcome.in(CourseHome.HOME, "grade", some, "--out", out, "--sandbox", "docker");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("there is no sandbox docker; choose bubblewrap, user, none")
                .doesNotContain("\tat ");
    }

    @Test
    void an_unknown_option_or_command() {
        for (Object[] args : new Object[][] {{"grade", some, "--out", out, "--colour"}, {"mark"}, {"vet", "--json"}}) {
            CommandOutcome ran = CommandOutcome.in(CourseHome.HOME, args);
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err()).contains("--help").doesNotContain("\tat ", "Exception");
            assertThat(ran.err().lines().count()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void numbers_that_make_no_sense() {
        CommandOutcome ran = CommandOutcome.in(CourseHome.HOME, "grade", some, "--out", out, "--jobs", "0");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("--jobs must be at least 1 but was 0");
    }

    @Test
    void work_that_does_not_compile() {
        CommandOutcome ran = CommandOutcome.in(CourseHome.HOME, "test", "echo", "--dir", some);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out() + ran.err())
                .contains("EchoServer.java:3", "It does not compile: 1 error")
                .doesNotContain("\tat ");
    }

    @Test
    void work_that_is_not_there() {
        Path missing = folder.resolve("missing");
        expect(2, missing + " does not exist; check the name after --dir.", "test", "echo", "--dir", missing);
    }

    @Test
    void no_course() {
        CommandOutcome ran = CommandOutcome.in(folder, "list");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualToNormalizingNewlines(
                        "There is no folder " + folder.resolve("labs") + "; run ./lab from a checkout of the course\n");
    }

    @Test
    void results_that_are_none() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        CommandOutcome ran = CommandOutcome.in(CourseHome.HOME, "report", empty);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).hasLineCount(1).contains("Give the one that grade --out wrote.");
    }

    @Test
    void nothing_at_all() {
        CommandOutcome ran = CommandOutcome.in(CourseHome.HOME);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).contains("Usage: lab", "grade", "vet", "demo");
    }

    private static void expect(int code, String sentence, Object... args) {
        CommandOutcome ran = CommandOutcome.in(CourseHome.HOME, args);
        assertThat(ran.err()).isEqualToNormalizingNewlines(sentence + "\n");
        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.out()).isEmpty();
    }
}
