package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import portzero.grader.result.Result;
import portzero.grader.result.Verdict;
import portzero.grader.store.ResultStore;

/** A student who hands in twice, one who hands in an empty folder, and one who hands in nothing: none is passed over, and no result is overwritten. */
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
        Path roster = Files.writeString(folder.resolve("class.csv"), "login,section\nalpha,A\nbeta,B\ngamma,B\n");
        Object[] words = {
            "grade", submissions.folder(), "--lab", "echo", "--out", out(), "--sandbox", "none", "--roster", roster
        };
        CommandOutcome ran = CommandOutcome.in(CourseHome.HOME, words);
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).contains("On the roster and without a submission (1): gamma\n");

        assertThat(result("alpha").score()).isEqualTo(100);
        assertThat(result("alpha-2").verdict()).isEqualTo(Verdict.REJECTED);
        for (String key : new String[] {"alpha", "alpha-2"}) {
            assertThat(result(key).diagnostics())
                    .as(key)
                    .anyMatch(note -> note.contains("has 2 submissions, each graded by itself: alpha is alpha;"));
        }
        assertThat(result("beta").verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(Files.readString(out().resolve("gradebook.csv"))).isEqualTo("""
                student,name,login,section,lab02-echo,total
                alpha,alpha,alpha,A,100,100
                alpha-2,alpha,alpha,A,0,0
                beta,beta,beta,B,0,0
                gamma,gamma,gamma,B,,0
                """);
    }

    private Path out() {
        return folder.resolve("results");
    }

    private Result result(String student) throws Exception {
        return ResultStore.open(out()).read(new ResultStore.Key("lab02-echo", student));
    }
}
