package portzero.grader.vet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatrixTextTest {

    @Test
    void what_was_left_out_or_graded_again_has_a_line_of_its_own() {
        assertThat(MatrixText.of(lab("lab02-echo")).lines())
                .contains(
                        "  alternative modern                             –  skipped, needs Java 21",
                        "  Graded again: guesses at first passes [EchoTest.echoes] though it should fail;");
    }

    @Test
    void problems_of_all_labs_stand_together_at_the_end() {
        KillMatrix matrix = new KillMatrix(
                1,
                List.of(
                        lab("lab02-echo", "guesses fails [A] though it should pass"),
                        lab("lab03-framing"),
                        lab("lab04-shutdown", "EchoTest.echoes is failed by no mistake")));
        assertThat(MatrixText.problems(matrix).lines())
                .containsExactly(
                        "Not as it should be:",
                        "  lab02-echo: guesses fails [A] though it should pass",
                        "  lab04-shutdown: EchoTest.echoes is failed by no mistake");
        assertThat(MatrixText.problems(new KillMatrix(1, List.of(lab("lab02-echo")))))
                .isEmpty();
    }

    private static KillMatrix.LabMatrix lab(String id, String... problems) {
        return new KillMatrix.LabMatrix(
                id,
                new KillMatrix.Size(1, 1, 100, 0, 0),
                new KillMatrix.Scores(0, 100, Map.of("plain", 100), Map.of(), Map.of()),
                new KillMatrix.Omissions(0, List.of(new KillMatrix.Skipped("alternative", "modern", 21))),
                1,
                new KillMatrix.Findings(
                        List.of(),
                        0,
                        List.of("guesses at first passes [EchoTest.echoes] though it should fail; "),
                        List.of("guesses fails EchoTest.echoes in another way: Expected # bytes"),
                        List.of(problems)),
                problems.length == 0);
    }
}
