package portzero.grader.vet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.Root;
import portzero.grader.course.Course;
import portzero.grader.result.Outcome;
import portzero.grader.run.coordinator.GradeRun;
import portzero.grader.suite.Suite;
import portzero.grader.suite.SuiteBuild;

class VettingReportTest {

    private static final String ID = "lab02-echo";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_mistake_that_fails_what_it_must_at_the_second_grading_is_told_and_is_no_problem() throws Exception {
        KillMatrix.LabMatrix matrix = matrix(new RepeatCounts(1, 1), Outcome.PASSED, Outcome.FAILED);
        assertThat(matrix.scores().mistakes().values()).allMatch(KillMatrix.Mistake::ok);
        assertThat(matrix.findings().doubts())
                .singleElement()
                .asString()
                .startsWith("guesses at first passes [EchoTest.echoes]");
        assertThat(matrix.findings().problems()).noneMatch(problem -> problem.startsWith("guesses passes"));
    }

    @Test
    void a_mistake_that_never_fails_what_it_must_is_a_problem() throws Exception {
        KillMatrix.LabMatrix matrix = matrix(new RepeatCounts(1, 1), Outcome.PASSED, Outcome.PASSED);
        assertThat(matrix.scores().mistakes().values()).noneMatch(KillMatrix.Mistake::ok);
        assertThat(matrix.findings().doubts()).isEmpty();
        assertThat(matrix.findings().problems())
                .anyMatch(problem -> problem.startsWith("guesses passes [EchoTest.echoes]"));
    }

    @Test
    void where_mistakes_are_graded_several_times_each_time_counts() throws Exception {
        KillMatrix.LabMatrix matrix = matrix(new RepeatCounts(1, 2), Outcome.FAILED, Outcome.PASSED);
        assertThat(matrix.findings().problems()).anyMatch(problem -> problem.startsWith("guesses now and then passes"));
    }

    private KillMatrix.LabMatrix matrix(RepeatCounts repeats, Outcome first, Outcome second) throws Exception {
        Suite suite = SuiteBuild.of(Course.in(Root.path()).lab("echo"));
        VettedProgram skeleton =
                VettedProgram.of(VettedProgram.Kind.SKELETON, "skeleton", List.of(folder.resolve("none")));
        VettedProgram mistake = VettedProgram.of(VettedProgram.Kind.MISTAKE, "guesses", List.of(manifest()));
        VettingResults findings = new VettingResults(new GradeRun.Watcher() {
            @Override
            public void done() {
                // nobody counts
            }

            @Override
            public void say(String sentence) {
                // nobody listens
            }
        });
        findings.graded(skeleton.job(ID, 0), SampleGrading.ending(Outcome.FAILED));
        findings.graded(mistake.job(ID, 0), SampleGrading.ending(first));
        findings.graded(mistake.job(ID, 1), SampleGrading.ending(second));
        return new VettingReport(
                        suite,
                        ProgramSelection.of(List.of(skeleton, mistake), 17, MistakeShare.ALL),
                        findings,
                        repeats,
                        new HintCheck(reading -> Optional.empty()),
                        ClauseTable.in(suite.lab().solutions()))
                .matrix();
    }

    private Path manifest() throws IOException {
        Files.writeString(
                folder.resolve("manifest.properties"),
                "description=It guesses\nsentence=You seem to guess.\nfails=EchoTest.echoes\nreading=tcp#reads\n");
        return folder;
    }
}
