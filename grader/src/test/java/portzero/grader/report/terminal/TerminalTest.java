package portzero.grader.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void charset_decides_about_unicode() {
        assertThat(Terminal.detect(false, StandardCharsets.UTF_8, Map.of()).unicode())
                .isTrue();
        assertThat(Terminal.detect(false, StandardCharsets.ISO_8859_1, Map.of()).unicode())
                .isFalse();
    }

    @Test
    void colours_need_a_terminal_that_does_not_refuse_them() {
        assertThat(colour(true, Map.of())).isTrue();
        assertThat(colour(false, Map.of())).isFalse();
        assertThat(colour(true, Map.of("NO_COLOR", "1"))).isFalse();
        assertThat(colour(true, Map.of("NO_COLOR", ""))).isTrue();
        assertThat(colour(true, Map.of("TERM", "dumb"))).isFalse();
    }

    @Test
    void a_terminal_is_never_too_narrow() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Terminal(true, true, 20));
    }

    @Test
    void columns_narrow_the_lines_as_far_as_that_makes_sense() {
        assertThat(width("72")).isEqualTo(72);
        assertThat(width("20")).isEqualTo(Terminal.NARROWEST);
        assertThat(width("400")).isEqualTo(100);
        assertThat(width("")).isEqualTo(100);
        assertThat(width("wide")).isEqualTo(100);
    }

    private static int width(String columns) {
        return Terminal.detect(true, StandardCharsets.UTF_8, Map.of("COLUMNS", columns))
                .width();
    }

    private static boolean colour(boolean terminal, Map<String, String> environment) {
        return Terminal.detect(terminal, StandardCharsets.UTF_8, environment).colour();
    }
}
