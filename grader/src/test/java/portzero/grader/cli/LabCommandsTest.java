package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the commands tell students and authors of labs. */
@Tag("slow")
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class LabCommandsTest {

    @TempDir
    private Path folder;

    @Test
    void list_shows_the_labs_and_what_is_to_do() {
        CommandOutcome ran = CommandOutcome.in(CourseHome.HOME, "list");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("lab02-echo", "Echo: a TCP server and client", "to do: EchoServer, EchoClient")
                .contains("run ./lab test ");
    }

    @Test
    void test_of_the_skeleton_says_what_is_not_written_yet() {
        CommandOutcome ran = CommandOutcome.in(CourseHome.HOME, "test", "echo");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains("EchoServer.start is not written yet", "EchoClient.echo is not written yet")
                .contains("0 of 7 public tests passed: 0 of 28 points. Hidden tests are worth the other 72.");
    }

    @Test
    void test_of_a_mistake_tells_the_story() throws IOException {
        Submissions work = new Submissions(folder);
        work.mistake("client-returns-its-own-message", "work");
        CommandOutcome ran = CommandOutcome.in(CourseHome.HOME, "test", "echo", "--dir", folder.resolve("work"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains("client returns what the server sends back")
                .contains("test listens on 127.0.0.1:", "test → EchoClient.echo(127.0.0.1:")
                .contains("Expected  EchoClient.echo to return 12 bytes", "Hint ", "Read   ")
                // Both messages are random and may begin with the same letters.
                .containsPattern("but       byte \\d+ differs: expected ")
                .contains("6 of 7 public tests passed");
    }

    @Test
    void test_of_a_solution_is_content() throws IOException {
        new Submissions(folder).reference("work");
        CommandOutcome ran = CommandOutcome.in(CourseHome.HOME, "test", "echo", "--dir", folder.resolve("work"));
        assertThat(ran.out()).contains("7 of 7 public tests passed: 28 of 28 points.");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void test_runs_the_tests_of_the_tasks_that_are_asked_for() throws IOException {
        new Submissions(folder).reference("work");
        Path work = folder.resolve("work");
        CommandOutcome one = CommandOutcome.in(CourseHome.HOME, "test", "echo", "--dir", work, "--task", 2);
        assertThat(one.out())
                .contains("task 2")
                .doesNotContain("task 1", "task 3")
                .contains("2 of 2 chosen tests passed");
        CommandOutcome some = CommandOutcome.in(CourseHome.HOME, "test", "echo", "--dir", work, "--up-to", 2);
        assertThat(some.out()).contains("task 1", "task 2").doesNotContain("task 3");
        CommandOutcome none = CommandOutcome.in(CourseHome.HOME, "test", "echo", "--dir", work, "--task", 7);
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("There is no task 7; lab02-echo has tasks 1 to 6.");
    }

    @Test
    void test_prints_json_that_keeps_to_its_schema_and_a_seed_repeats_the_run() throws IOException {
        new Submissions(folder).mistake("client-returns-its-own-message", "work");
        CommandOutcome first =
                CommandOutcome.in(CourseHome.HOME, "test", "echo", "--dir", folder.resolve("work"), "--json");
        assertThat(first.code()).isEqualTo(1);
        assertThat(JsonSchemas.faults("local-run.schema.json", first.out())).isEmpty();
        JsonNode run = JsonMapper.builder().build().readTree(first.out());
        assertThat(run.get("verdict").asString()).isEqualTo("GRADED");
        assertThat(run.get("findings").get("points").asInt()).isEqualTo(24);
        assertThat(run.get("findings").get("mistakes"))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.get("sentence").asString())
                        .isEqualTo("Your client seems to return its own message instead of what came back."));
        String seed = run.get("seed").asString();
        String message = failure(run);
        CommandOutcome again = CommandOutcome.in(
                CourseHome.HOME, "test", "echo", "--dir", folder.resolve("work"), "--json", "--seed", seed);
        assertThat(failure(JsonMapper.builder().build().readTree(again.out()))).isEqualTo(message);
    }

    private static String failure(JsonNode run) {
        for (JsonNode test : run.get("findings").get("tests")) {
            if (test.get("outcome").asString().equals("FAILED")) {
                return test.get("message").asString();
            }
        }
        return "nothing failed";
    }

    @Test
    void what_does_not_compile_is_explained_in_both_forms() throws IOException {
        Path course = folder.resolve("course");
        CourseHome.copy(CourseHome.HOME.resolve("labs/lab02-echo"), course.resolve("labs/lab02-echo"));
        Path server = course.resolve("labs/lab02-echo/src/main/java/portzero/echo/EchoServer.java");
        Files.writeString(server, Files.readString(server) + "}");
        CommandOutcome told = CommandOutcome.in(course, "test", "echo");
        assertThat(told.code()).isEqualTo(1);
        assertThat(told.out()).contains(server + ":", " | }", "It does not compile: 1 error");
        CommandOutcome json = CommandOutcome.in(course, "test", "echo", "--json");
        assertThat(JsonSchemas.faults("local-run.schema.json", json.out())).isEmpty();
        assertThat(json.out()).contains("COMPILE_ERROR", "compiler.err.expected");
    }

    @Test
    void hints_come_one_after_the_other_and_the_first_open_task_is_found() throws IOException {
        Path course = folder.resolve("course");
        CourseHome.copy(CourseHome.HOME.resolve("labs/lab02-echo"), course.resolve("labs/lab02-echo"));
        assertThat(CommandOutcome.in(course, "hint", "echo").out()).contains("Task 1: Listen", "Hint 1 of 3: ");
        assertThat(CommandOutcome.in(course, "hint", "2").out()).contains("Task 1: Listen", "Hint 2 of 3: ");
        assertThat(CommandOutcome.in(course, "hint", "echo", 2).out()).contains("Task 2: Answer", "Hint 1 of 3: ");
        assertThat(CommandOutcome.in(course, "hint", "echo").out()).contains("Hint 3 of 3: ");
        assertThat(CommandOutcome.in(course, "hint", "echo").out())
                .contains("Hint 1 of 3: ", "Hint 3 of 3: ", "That is all there is.");
        assertThat(CommandOutcome.in(course, "hint", "echo", "--reset").code()).isZero();
        assertThat(CommandOutcome.in(course, "hint", "echo").out()).contains("Hint 1 of 3: ");

        Path work = course.resolve("labs/lab02-echo/src/main/java/portzero/echo");
        Files.copy(
                CourseHome.HOME.resolve("solutions/lab02-echo/partial/up-to-1/EchoServer.java"),
                work.resolve("EchoServer.java"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(CommandOutcome.in(course, "test", "echo").out()).contains("✓ 1  Listen", "Next: task 2, Answer");
        assertThat(CommandOutcome.in(course, "hint", "echo").out()).contains("Task 2: Answer");
        assertThat(CommandOutcome.in(course, "list").out()).contains("✓");
        assertThat(CommandOutcome.in(course, "hint", "echo", 9).err()).contains("There is no task 9");
    }

    @Test
    void a_hint_is_for_the_task_whose_failure_the_last_run_told_first() throws IOException {
        Path course = folder.resolve("course");
        CourseHome.copy(CourseHome.HOME.resolve("labs/lab02-echo"), course.resolve("labs/lab02-echo"));
        Path client = course.resolve("labs/lab02-echo/src/main/java/portzero/echo/EchoClient.java");
        CommandOutcome.in(course, "test", "echo");
        assertThat(CommandOutcome.in(course, "hint", "echo").out()).contains("Task 1: ");
        Files.copy(
                CourseHome.mistake("client-returns-its-own-message").resolve("EchoClient.java"),
                client,
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(CommandOutcome.in(course, "test", "echo").out()).contains("✗ task 5");
        assertThat(CommandOutcome.in(course, "hint", "echo").out()).contains("Task 5: ", "Hint 1 of 3: ");
        CommandOutcome.in(course, "test", "echo", "--task", 2);
        assertThat(CommandOutcome.in(course, "hint", "echo").out()).contains("Task 2: ");
        Files.copy(CourseHome.reference().resolve("EchoClient.java"), client, StandardCopyOption.REPLACE_EXISTING);
        CommandOutcome.in(course, "test", "echo", "--task", 5);
        assertThat(CommandOutcome.in(course, "hint", "echo").out()).contains("Task 1: ");
        assertThat(CommandOutcome.in(course, "hint", "echo", "--task", 5).out()).contains("Task 5: ", "Hint 2 of 3: ");
    }

    @Test
    void a_mistake_is_named_by_a_test_run_and_again_by_hint_until_it_is_gone() throws IOException {
        String sentence = "Your server seems to write its whole buffer; write as many bytes as read has put there.";
        Path course = folder.resolve("course");
        CourseHome.copy(CourseHome.HOME.resolve("labs/lab02-echo"), course.resolve("labs/lab02-echo"));
        Path table = Path.of("solutions/lab02-echo/signatures.json");
        Files.createDirectories(course.resolve(table).getParent());
        Files.copy(CourseHome.HOME.resolve(table), course.resolve(table));
        Path work = course.resolve("labs/lab02-echo/src/main/java/portzero/echo");
        CourseHome.copy(CourseHome.reference(), work);
        assertThat(CommandOutcome.in(course, "test", "echo").out()).doesNotContain("A guess");
        CourseHome.copy(CourseHome.mistake("writes-the-whole-buffer"), work);
        assertThat(CommandOutcome.in(course, "test", "echo").out())
                .contains("\n" + sentence + "\n  → docs: tcp, partial reads\n  A guess, from which tests failed");
        assertThat(CommandOutcome.in(course, "hint", "echo").out()).startsWith(sentence);
        assertThat(CommandOutcome.in(course, "hint", "echo", 1).out()).doesNotContain("A guess");
        CourseHome.copy(CourseHome.reference(), work);
        CommandOutcome.in(course, "test", "echo");
        assertThat(CommandOutcome.in(course, "hint", "echo", 1).out()).doesNotContain("A guess");
        assertThat(CommandOutcome.in(course, "hint", "echo").out()).doesNotContain("A guess");
    }

    @Test
    void vet_proves_the_tests_and_writes_the_kill_matrix() throws IOException {
        Path file = folder.resolve("made/matrix.json");
        Path course = CourseHome.vettable(folder.resolve("course"));
        CommandOutcome ran = CommandOutcome.in(course, "vet", "echo", "--json", file, "--signatures");
        assertThat(ran.out()).contains("Every test is failed by a mistake; nothing flaked.");
        assertThat(ran.code()).isZero();
        assertThat(Files.readString(course.resolve("solutions/lab02-echo/signatures.json")))
                .contains("\"sentence\"", "\"EchoFirstStepsTest.");

        JsonNode lab = JsonMapper.builder()
                .build()
                .readTree(Files.readString(file))
                .get("labs")
                .get(0);
        assertThat(lab.get("lab").asString()).isEqualTo("lab02-echo");
        assertThat(List.of("skeleton", "reference", "points", "flakes", "repeats"))
                .extracting(name -> lab.get(name).asInt())
                .containsExactly(0, 100, 100, 0, 1);
        assertThat(lab.get("alternatives")).hasSize(2).allMatch(score -> score.asInt() == 100);
        assertThat(lab.get("partials")).isNotEmpty().allMatch(score -> score.asInt() > 0 && score.asInt() < 100);
        assertThat(lab.get("clauses").asInt()).isEqualTo(1);
        assertThat(lab.get("mistakes")).hasSizeGreaterThan(4).allSatisfy(mistake -> {
            assertThat(mistake.get("ok").asBoolean()).isTrue();
            assertThat(mistake.get("failed")).isEqualTo(mistake.get("expected"));
            assertThat(mistake.get("score").asInt()).isLessThan(100);
        });
        assertThat(lab.get("unkilled")).isEmpty();
        assertThat(lab.get("problems")).isEmpty();
        assertThat(lab.get("ok").asBoolean()).isTrue();
    }

    @Test
    void vet_refuses_a_mistake_that_names_no_test() throws IOException {
        Path course = CourseHome.small(folder.resolve("course"));
        Path mistake = course.resolve("solutions/lab02-echo/mistakes/close-needs-a-start");
        Files.writeString(mistake.resolve("manifest.properties"), "description=Nothing.\n");
        CommandOutcome ran = CommandOutcome.in(course, "vet", "echo");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err())
                .isEqualToNormalizingNewlines(mistake.resolve("manifest.properties")
                        + " names no test in fails=; a mistake that fails nothing proves nothing\n");
    }

    @Test
    void vet_refuses_a_mistake_that_names_no_section_of_the_notes() throws IOException {
        Path course = CourseHome.small(folder.resolve("course"));
        Path mistake = course.resolve("solutions/lab02-echo/mistakes/close-needs-a-start");
        Files.writeString(mistake.resolve("manifest.properties"), "fails=EchoServerTest.echoes_a_single_byte\n");
        CommandOutcome ran = CommandOutcome.in(course, "vet", "echo");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("names no section of the notes in reading=");
    }

    @Test
    void vet_says_what_a_mistake_does_that_it_should_not() throws IOException {
        Path course = CourseHome.small(folder.resolve("course"));
        Path mistake = course.resolve("solutions/lab02-echo/mistakes/close-needs-a-start");
        Files.writeString(
                mistake.resolve("manifest.properties"),
                "sentence=You seem to fail.\nfails=EchoServerTest.echoes_a_single_byte\nreading=tcp#accept-loop\n");
        CommandOutcome ran = CommandOutcome.in(course, "vet", "2");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains("close-needs-a-start passes [EchoServerTest.echoes_a_single_byte] though it should fail")
                .contains("fails [EchoServerTest.closing_a_server_that_was_never_started_does_nothing]"
                        + " though it should pass")
                .contains("there must be at least 5 mistakes but there are 1")
                .contains("there is no partial/up-to-1, which solves the tasks up to 1 and no more")
                .contains("there is no table of clauses in CLAUSES.md");
    }

    @Test
    void demo_grades_a_class_and_says_what_to_open() throws IOException {
        Path course = CourseHome.small(folder.resolve("course"));
        CourseHome.addNotes(course);
        Path out = folder.resolve("demo");
        CommandOutcome ran = CommandOutcome.in(course, "demo", "--out", out);
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .containsPattern("reference +100 / 100")
                .containsPattern("alternative-thread-pool +100 / 100")
                .containsPattern("mistake-close-needs-a-start +99 / 100 +1 failed")
                .containsPattern("untouched-skeleton +0 / 100 +39 skipped")
                .containsPattern("broken-syntax +COMPILE_ERROR")
                .containsPattern("broken-no-archive +REJECTED")
                .contains("Open the report  " + out.resolve("results/index.html"))
                .contains("Open the notes   " + out.resolve("results/notes/index.html"));
        assertThat(out.resolve("results/index.html")).exists();
        assertThat(out.resolve("results/notes/index.html")).exists();
        assertThat(out.resolve("results/gradebook.csv"))
                .content()
                .contains("reference,")
                .contains("100");

        reportAgain(course, out.resolve("results"));
    }

    private static void reportAgain(Path course, Path results) throws IOException {
        Path index = results.resolve("index.html");
        String before = Files.readString(index);
        Files.delete(index);
        CommandOutcome ran = CommandOutcome.in(course, "report", results);
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).endsWith("Open " + index + System.lineSeparator());
        assertThat(index).hasContent(before);
    }
}
