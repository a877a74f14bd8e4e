package portzero.grader.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {

    @Test
    void control_characters_become_escapes() {
        assertThat(SafeText.line("\u001b[31m\u0000\u007f\u009b", 100)).isEqualTo("\\u001b[31m\\u0000\\u007f\\u009b");
    }

    @Test
    void bidirectional_and_invisible_characters_become_escapes() {
        assertThat(SafeText.line("a\u202eb\u2066\u200b\ufeff\u2028c", 100))
                .isEqualTo("a\\u202eb\\u2066\\u200b\\ufeff\\u2028c");
    }

    @Test
    void invisible_characters_beyond_the_basic_plane_become_escapes() {
        assertThat(SafeText.line("\udb40\udc41", 100)).isEqualTo("\\udb40\\udc41");
    }

    @Test
    void a_line_has_no_line_ends() {
        assertThat(SafeText.line("a\r\n\tb", 100)).isEqualTo("a\\r\\n\\tb");
    }

    @Test
    void a_block_keeps_line_ends_and_widens_tabs() {
        assertThat(SafeText.block("a\r\n\tb\rc\n\n", 100)).isEqualTo("a\n    b\\rc");
    }

    @Test
    void letters_of_all_languages_and_emoji_stay() {
        assertThat(SafeText.line("Größe 李雷 שלום 🙂", 100)).isEqualTo("Größe 李雷 שלום 🙂");
    }

    @Test
    void marks_that_pile_up_are_shown_as_escapes() {
        assertThat(SafeText.line("e" + "\u0301".repeat(5), 100)).isEqualTo("e\u0301\u0301\u0301\\u0301\\u0301");
    }

    @Test
    void long_text_is_cut_and_says_so() {
        assertThat(SafeText.line("x".repeat(100_000), 10)).isEqualTo("xxxxxxxxxx … 99,990 more characters");
    }

    @Test
    void a_cut_never_tears_a_surrogate_pair() {
        assertThat(SafeText.line("ab🙂cd", 3)).isEqualTo("ab … 4 more characters");
    }

    @Test
    void an_unpaired_surrogate_is_shown() {
        assertThat(SafeText.line("a\ud83d", 100)).isEqualTo("a\\ud83d");
    }
}
