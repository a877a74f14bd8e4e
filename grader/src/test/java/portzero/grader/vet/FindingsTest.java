package portzero.grader.vet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import portzero.grader.score.Outcome;
import portzero.grader.score.Result;
import portzero.grader.score.TestResult;
import portzero.grader.score.Verdict;
import portzero.grader.score.Visibility;
import portzero.grader.suite.SuiteException;

class FindingsTest {

    private static final String HASH = "sha256:" + "0f".repeat(32);

    private final Findings findings = new Findings(() -> {});

    @Test
    void mistake_that_wavers_shows_every_combination_of_failures() throws SuiteException {
        Specimen mistake = Specimen.of(Specimen.Kind.MISTAKE, "guesses", List.of(Path.of("nowhere")));
        findings.graded(mistake.job("lab02-echo", 0), result(Outcome.FAILED));
        findings.graded(mistake.job("lab02-echo", 1), result(Outcome.PASSED));
        findings.graded(mistake.job("lab02-echo", 2), result(Outcome.FAILED));

        assertThat(findings.failures(mistake)).containsExactlyInAnyOrder(Set.of("EchoTest.echoes"), Set.of());
        assertThat(findings.flakes()).isEmpty();
    }

    @Test
    void right_solution_that_fails_once_is_a_flake() throws SuiteException {
        Specimen reference = Specimen.of(Specimen.Kind.REFERENCE, "reference", List.of(Path.of("nowhere")));
        findings.graded(reference.job("lab02-echo", 0), result(Outcome.PASSED));
        findings.graded(reference.job("lab02-echo", 1), result(Outcome.TIMEOUT));

        assertThat(findings.flakes()).containsExactly("reference: EchoTest.echoes ended as TIMEOUT (seed 7f3a)");
    }

    private static Result result(Outcome outcome) {
        boolean passed = outcome == Outcome.PASSED;
        TestResult test = new TestResult(
                "EchoTest.echoes",
                "echoes",
                1,
                Visibility.HIDDEN,
                outcome,
                null,
                false,
                passed ? 10 : 0,
                10,
                0.1,
                passed ? null : "Expected this, but got that",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                "Hint",
                "tcp#reads");
        return new Result(
                1,
                "lab02-echo",
                "student",
                "reference",
                HASH,
                HASH,
                Verdict.GRADED,
                null,
                test.points(),
                10,
                0.1,
                "7f3a",
                List.of(test),
                List.of());
    }
}
