package portzero.testkit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ByteDifferenceTest {

    @Test
    void wrong_byte_at_the_start_is_marked() {
        assertThat(text("abc", "xbc")).isEqualTo("""
                Expected  the same 3 bytes
                but byte 0 differs: expected 61, was 78
                  61 62 63
                  ^^ 78""");
    }

    @Test
    void wrong_byte_in_the_middle_is_marked_in_its_surroundings() {
        assertThat(text("0123456789", "01234x")).isEqualTo("""
                Expected  the same 10 bytes
                but byte 5 differs: expected 35, was 78
                  … 32 33 34 35 36 37 …
                             ^^ 78""");
    }

    @Test
    void too_few_and_too_many_are_told() {
        assertThat(text("abc", "a")).isEqualTo("Expected  the same 3 bytes\nbut only  1 byte came");
        assertThat(text("a", "abc")).isEqualTo("Expected  the same 1 byte\nbut       2 bytes more came: 62 63");
    }

    private static String text(String expected, String actual) {
        return ByteDifference.text(expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }
}
