package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import portzero.grader.score.Result;
import portzero.grader.score.ResultStore;
import portzero.grader.score.Verdict;

/** A student who hands in twice, and one who hands in nothing: neither is passed over, and no result is overwritten. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class SecondSubmissionTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void each_has_a_result_of_its_own_and_says_so() throws Exception {
        Submissions submissions = new Submissions(folder.resolve("class"));
        submissions.reference("alpha");
        submissions.file("alpha.zip", "not an archive");
        Files.createDirectory(submissions.entry("beta"));
        Object[] words = {"grade", submissions.folder(), "--lab", "echo", "--out", out(), "--sandbox", "none"};
        assertThat(Ran.in(CourseHome.HOME, words).code()).isZero();

        assertThat(result("alpha").score()).isEqualTo(100);
        assertThat(result("alpha-2").verdict()).isEqualTo(Verdict.REJECTED);
        for (String key : new String[] {"alpha", "alpha-2"}) {
            assertThat(result(key).diagnostics())
                    .as(key)
                    .anyMatch(note -> note.contains("has 2 submissions, each graded by itself: alpha is alpha;"));
        }
        assertThat(result("beta").verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(Files.readAllLines(out().resolve("gradebook.csv")))
                .extracting(line -> line.split(",", 2)[0])
                .contains("alpha", "alpha-2", "beta")
                .hasSize(4);
    }

    private Path out() {
        return folder.resolve("results");
    }

    private Result result(String student) throws Exception {
        return ResultStore.open(out()).read(new ResultStore.Key("lab02-echo", student));
    }
}
