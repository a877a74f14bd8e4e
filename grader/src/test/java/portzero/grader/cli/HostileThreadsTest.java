package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.result.Result;
import portzero.grader.store.ResultStore;

/** Hostile submissions to a lab that counts threads, graded by the real command in the real sandbox. */
@Tag("slow")
class HostileThreadsTest {

    private static final String LAB = "lab07-selector";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_lie_about_threads_gains_nothing() throws Exception {
        RequiredSandbox.check();
        Submissions submissions = new Submissions(folder.resolve("class"));
        List<HostileProgram> programs = HostileProgram.all("selector");
        assertThat(programs).isNotEmpty();
        for (HostileProgram program : programs) {
            program.submit(submissions);
        }
        CourseHome.copy(CourseHome.HOME.resolve("solutions").resolve(LAB).resolve("src"), submissions.entry("right"));
        try (GraderProcess grader =
                GraderProcess.start("grade", submissions.folder(), "--lab", "selector", "--out", out())) {
            assertThat(grader.await(submissions.count())).as(grader.output()).isZero();
            grader.expectNothingLeft();
        }
        assertThat(result("right").score()).isEqualTo(100);
        for (HostileProgram program : programs) {
            new HostileExpectation(program.expected()).check(result(program.name()));
        }
    }

    private Path out() {
        return folder.resolve("results");
    }

    private Result result(String student) throws Exception {
        return ResultStore.open(out()).read(new ResultStore.Key(LAB, student));
    }
}
