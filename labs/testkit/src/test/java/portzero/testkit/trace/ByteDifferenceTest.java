package portzero.testkit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteDifferenceTest {

    @Test
    void wrong_byte_at_the_start_is_marked_and_text_is_shown_as_text() {
        assertThat(text("abc", "xbc")).isEqualTo("""
            Expected  the server to send 3 bytes "abc"
            but       byte 0 differs: expected 61, was 78; 3 bytes "xbc" came
              expected  61 62 63
              came      78 62 63
                        ^^\
            """);
    }

    @Test
    void wrong_byte_in_the_middle_is_marked_in_its_surroundings_with_what_came_after_it() {
        byte[] expected = random(1_000);
        byte[] actual = Arrays.copyOf(expected, 500);
        actual[100] ^= 1;
        String text = ByteDifference.text("the server to send", expected, actual);
        List<String> lines = text.lines().toList();
        assertThat(lines.get(0)).isEqualTo("Expected  the server to send 1,000 bytes");
        assertThat(lines.get(1)).startsWith("but       byte 100 differs: ").endsWith("; 500 bytes came");
        assertThat(lines.get(2))
                .startsWith("  expected  … ")
                .endsWith(" …")
                .contains(DisplayText.hex(expected, 92, 108));
        assertThat(lines.get(3)).startsWith("  came      … ").endsWith(" …").contains(DisplayText.hex(actual, 92, 108));
        assertThat(lines.get(4).indexOf("^^")).isEqualTo(lines.get(2).indexOf(DisplayText.hex(expected, 100, 108)));
    }

    @Test
    void shift_is_told_as_what_is_missing() {
        byte[] expected = random(20_000);
        byte[] actual = Arrays.copyOf(expected, 20_000 - 4_096);
        System.arraycopy(expected, 8_192 + 4_096, actual, 8_192, actual.length - 8_192);
        assertThat(ByteDifference.text("the server to send", expected, actual))
                .contains("but       4,096 bytes are missing here: byte 8,192 and on; what follows is right\n");
    }

    @Test
    void what_comes_again_is_told() {
        byte[] expected = random(200);
        byte[] actual = Arrays.copyOf(expected, 150);
        System.arraycopy(expected, 60, actual, 100, 40);
        assertThat(ByteDifference.text("the server to send", expected, actual))
                .contains("but       at byte 100 the last 40 bytes came once more\n");
    }

    @Test
    void too_few_and_too_many_are_told_with_what_came() {
        assertThat(text("abc", "a"))
                .isEqualTo("Expected  the server to send 3 bytes \"abc\"\nbut       only 1 byte \"a\" came");
        assertThat(text("a", "abc"))
                .isEqualTo("Expected  the server to send 1 byte \"a\"\nbut       after them came 2 bytes \"bc\" more");
        assertThat(text("", "abc")).isEqualTo("Expected  the server to send 0 bytes\nbut       3 bytes \"abc\" came");
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static String text(String expected, String actual) {
        return ByteDifference.text(
                "the server to send",
                expected.getBytes(StandardCharsets.UTF_8),
                actual.getBytes(StandardCharsets.UTF_8));
    }
}
