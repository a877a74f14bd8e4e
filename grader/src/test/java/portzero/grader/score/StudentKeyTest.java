package portzero.grader.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudentKeyTest {

    @ParameterizedTest
    @CsvSource({
        "student-07, student-07",
        "Ada Example, Ada-Example",
        "Émile Zoé, Emile-Zoe",
        "Straße, Strasse",
        "a.b_c-d, a.b_c-d",
        "'  x  ', x",
        "-rf, rf",
        "'..hidden', hidden",
        "'=cmd()', cmd",
        "a/b\\c, a-b-c"
    })
    void stays_readable(String name, String key) {
        assertThat(StudentKey.of(name)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "/", "   ", "李雷", "\u202e", "\u0000", "CON", "nul.txt", "com1", "\ud800"})
    void is_safe_as_a_file_name_and_distinct_where_nothing_readable_is_left(String name) {
        assertThat(StudentKey.of(name))
                .matches("[A-Za-z0-9][A-Za-z0-9._-]*-[0-9a-f]{8}")
                .satisfies(key -> assertThat(StudentKey.isValid(key)).isTrue());
    }

    @Test
    void names_that_lose_letters_do_not_meet() {
        assertThat(StudentKey.of("李雷")).isNotEqualTo(StudentKey.of("韩梅"));
    }

    @Test
    void a_long_name_is_cut_and_told_apart_by_its_digest() {
        String one = StudentKey.of("x".repeat(300) + "1");
        String two = StudentKey.of("x".repeat(300) + "2");
        assertThat(one).hasSize(64).isNotEqualTo(two);
        assertThat(StudentKey.isValid(one)).isTrue();
    }

    @Test
    void a_taken_key_becomes_distinct_and_stays_the_same_in_another_run() {
        assertThat(StudentKey.folded(StudentKey.of("Ada"))).isEqualTo(StudentKey.folded(StudentKey.of("ada")));
        assertThat(StudentKey.distinct("Ada"))
                .startsWith("Ada-")
                .isNotEqualToIgnoringCase(StudentKey.distinct("ada"))
                .isEqualTo(StudentKey.distinct("Ada"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a\\b", "-a", ".a", "a.", "ä", "a b"})
    void what_it_never_makes_is_not_valid(String key) {
        assertThat(StudentKey.isValid(key)).isFalse();
    }
}
