package portzero.grader.vet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import portzero.grader.suite.SuiteException;

class MistakeShareTest {

    @ParameterizedTest
    @CsvSource({
        "all, right a b c d e",
        "none, right",
        "1/2, right a c e",
        "2/2, right b d",
        "3/4, right c",
        "1/9, right a"
    })
    void share_leaves_mistakes_out_and_nothing_else(String words, String names) throws SuiteException {
        List<VettedProgram> programs = new ArrayList<>();
        programs.add(VettedProgram.of(VettedProgram.Kind.REFERENCE, "right", List.of(Path.of("nowhere"))));
        for (String name : List.of("a", "b", "c", "d", "e")) {
            programs.add(VettedProgram.of(VettedProgram.Kind.MISTAKE, name, List.of(Path.of("nowhere"))));
        }
        ProgramSelection selection = ProgramSelection.of(programs, 17, MistakeShare.parse(words));
        assertThat(selection.graded()).extracting(VettedProgram::name).containsExactly(names.split(" "));
        assertThat(selection.leftOut()).hasSize(programs.size() - names.split(" ").length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "some", "0/4", "5/4", "1/0", "1/100", "-1/4", "1 / 4"})
    void anything_else_is_refused_with_what_is_expected(String words) {
        assertThatThrownBy(() -> MistakeShare.parse(words))
                .hasMessage(
                        "must be all, none or a share such as 1/4 (the first of every four) but was \"" + words + "\"");
    }

    @Test
    void all_is_all() {
        assertThat(MistakeShare.parse("all"))
                .isEqualTo(MistakeShare.parse("1/1"))
                .isEqualTo(MistakeShare.ALL);
    }
}
