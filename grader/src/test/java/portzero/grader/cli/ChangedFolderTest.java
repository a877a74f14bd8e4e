package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of submissions and of results that somebody changes between two runs, or during one. */
@Tag("slow")
@Tag("same-on-every-jdk")
class ChangedFolderTest {

    @TempDir
    private Path folder = Path.of("");

    private Submissions submissions = new Submissions(folder);

    @BeforeEach
    void prepare() {
        submissions = new Submissions(folder.resolve("class"));
    }

    private CommandOutcome grade(String... more) {
        Object[] usual = {"grade", submissions.folder(), "--lab", "echo", "--out", out(), "--sandbox", "none"};
        return CommandOutcome.in(
                CourseHome.HOME, Stream.of(usual, more).flatMap(Stream::of).toArray());
    }

    private Path out() {
        return folder.resolve("results");
    }

    private List<String> gradebook() throws IOException {
        return Files.readAllLines(out().resolve("gradebook.csv")).stream()
                .skip(1)
                .map(line -> line.replaceFirst(",.*", ""))
                .toList();
    }

    @Test
    void a_result_without_a_submission_is_put_aside_and_said() throws Exception {
        submissions.file("alpha/A.java", "class A {}");
        submissions.file("beta/A.java", "class A {}");
        assertThat(grade().code()).isZero();
        assertThat(gradebook()).containsExactly("alpha", "beta");
        Files.delete(submissions.folder().resolve("alpha/A.java"));
        Files.delete(submissions.folder().resolve("alpha"));

        CommandOutcome resumed = grade("--resume");

        assertThat(resumed.code()).isZero();
        assertThat(resumed.err())
                .contains("The result lab02-echo/alpha has no submission any more: it counts no longer, and is kept as"
                        + " alpha.json.old.");
        assertThat(gradebook()).containsExactly("beta");
        assertThat(out().resolve("lab02-echo")).isDirectoryContaining("glob:**/alpha.json.old");
        assertThat(out().resolve("lab02-echo/alpha.html")).doesNotExist();
    }

    @Test
    void a_later_name_that_differs_in_case_only_leaves_one_line_for_each() throws Exception {
        submissions.file("to ne/A.java", "class A {}");
        submissions.file("beta/A.java", "class A {}");
        assertThat(grade().code()).isZero();
        submissions.file("TO NE/A.java", "class A {}"); // sorts before the other

        assertThat(grade("--resume").code()).isZero();

        assertThat(gradebook()).containsExactlyInAnyOrder("TO_NE", "TO_NE-2", "beta");
    }

    @Test
    void a_folder_that_is_deleted_while_it_is_written_is_an_error() throws Exception {
        RequiredSandbox.check();
        for (int i = 0; i < 4; i++) {
            submissions.reference("student-" + i);
        }
        try (GraderProcess grader =
                GraderProcess.start("grade", submissions.folder(), "--lab", "echo", "--out", out(), "--jobs", "1")) {
            grader.await("a first result", () -> Files.exists(out().resolve("lab02-echo/student-0.json")));
            try (Stream<Path> files = Files.walk(out())) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
            assertThat(grader.await(submissions.count())).as(grader.output()).isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(grader.output()).contains("somebody has deleted ");
        }
    }
}
