package portzero.grader.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudentKeyTest {

    @ParameterizedTest
    @CsvSource({
        "student-07, student-07",
        "Ada Example, Ada_Example",
        "Émile Zoé, Emile_Zoe",
        "a.b_c-d, a.b_c-d",
        "'  x  ', x",
        "-rf, rf",
        "'..hidden', hidden"
    })
    void a_name_stays_readable(String name, String key) {
        assertThat(StudentKey.of(name)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "/",
                "   ",
                "学生",
                "Łódź",
                "=cmd()",
                "a/../b",
                "\u202e",
                "\u0000",
                "CON",
                "nul.txt",
                "COM1.zip",
                "…",
                "ﬁ",
                "👩‍💻",
                "\ud800"
            })
    void a_key_is_a_file_name_everywhere(String name) {
        assertThat(StudentKey.of(name))
                .isNotEqualToIgnoringCase("con")
                .isEqualTo(StudentKey.of(name))
                .satisfies(key -> assertThat(StudentKey.isValid(key)).isTrue());
    }

    @Test
    void names_that_lose_all_their_letters_keep_apart() {
        assertThat(StudentKey.of("学生")).startsWith("student-").isNotEqualTo(StudentKey.of("甲乙"));
    }

    @Test
    void a_long_name_is_cut_and_told_apart_by_its_digest() {
        String one = StudentKey.of("x".repeat(300) + "1");
        String two = StudentKey.of("x".repeat(300) + "2");
        assertThat(one).hasSize(64).isNotEqualTo(two);
        assertThat(StudentKey.isValid(one)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a\\b", "-a", ".a", "a.", "ä", "a b"})
    void what_it_never_makes_is_not_valid(String key) {
        assertThat(StudentKey.isValid(key)).isFalse();
    }
}
