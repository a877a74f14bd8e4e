package portzero.grader.vet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import portzero.grader.result.Outcome;
import portzero.grader.run.coordinator.GradeRun;
import portzero.grader.suite.SuiteException;

class VettingResultsTest {

    private final List<String> said = new ArrayList<>();

    private final VettingResults findings = new VettingResults(new GradeRun.Watcher() {
        @Override
        public void done() {
            // nobody counts
        }

        @Override
        public void say(String sentence) {
            said.add(sentence);
        }
    });

    @Test
    void mistake_that_wavers_shows_every_combination_of_failures() throws SuiteException {
        VettedProgram mistake = VettedProgram.of(VettedProgram.Kind.MISTAKE, "guesses", List.of(Path.of("nowhere")));
        findings.graded(mistake.job("lab02-echo", 0), SampleGrading.ending(Outcome.FAILED));
        findings.graded(mistake.job("lab02-echo", 1), SampleGrading.ending(Outcome.PASSED));
        findings.graded(mistake.job("lab02-echo", 2), SampleGrading.ending(Outcome.FAILED));

        assertThat(findings.failures(mistake)).containsExactlyInAnyOrder(Set.of("EchoTest.echoes"), Set.of());
        assertThat(findings.flakes()).isEmpty();
    }

    @Test
    void right_solution_that_fails_once_is_a_flake() throws SuiteException {
        VettedProgram reference =
                VettedProgram.of(VettedProgram.Kind.REFERENCE, "reference", List.of(Path.of("nowhere")));
        findings.graded(reference.job("lab02-echo", 0), SampleGrading.ending(Outcome.PASSED));
        findings.graded(reference.job("lab02-echo", 1), SampleGrading.ending(Outcome.TIMEOUT));

        assertThat(findings.flakes()).containsExactly("reference: EchoTest.echoes ended as TIMEOUT (seed 7f3a)");
        assertThat(said).isEqualTo(findings.flakes());
    }
}
