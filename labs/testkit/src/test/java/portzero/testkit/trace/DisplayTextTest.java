package portzero.testkit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisplayTextTest {

    @Test
    void sizes_have_separators_and_a_singular() {
        assertThat(DisplayText.size(0)).isEqualTo("0 bytes");
        assertThat(DisplayText.size(1)).isEqualTo("1 byte");
        assertThat(DisplayText.size(1_048_576)).isEqualTo("1,048,576 bytes");
    }

    @Test
    void few_bytes_are_shown_themselves() {
        assertThat(DisplayText.bytes(new byte[] {'h', 'i', '\n'})).isEqualTo("3 bytes \"hi\\n\"");
        assertThat(DisplayText.bytes(new byte[] {0, -1})).isEqualTo("2 bytes: 00 ff");
        assertThat(DisplayText.bytes("grün".getBytes(StandardCharsets.UTF_8))).isEqualTo("5 bytes \"grün\"");
        assertThat(DisplayText.bytes("x".repeat(64).getBytes(StandardCharsets.UTF_8)))
                .contains("x".repeat(64));
        assertThat(DisplayText.bytes("\ufffd".getBytes(StandardCharsets.UTF_8))).isEqualTo("3 bytes: ef bf bd");
        assertThat(DisplayText.bytes(new byte[33])).isEqualTo("33 bytes");
        assertThat(DisplayText.bytes(new byte[0])).isEqualTo("0 bytes");
    }

    @Test
    void durations_are_in_seconds() {
        assertThat(DisplayText.value(Duration.ofMillis(300))).isEqualTo("0.3 s");
        assertThat(DisplayText.value(Duration.ofMinutes(10))).isEqualTo("600 s");
        assertThat(DisplayText.value(Duration.ZERO)).isEqualTo("0 s");
        assertThat(DisplayText.value(Duration.ofNanos(-1))).isEqualTo("-0.000000001 s");
    }

    @Test
    void values_are_short() throws Exception {
        InetAddress six = InetAddress.getByAddress(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
        assertThat(DisplayText.value(new InetSocketAddress(six, 80))).isEqualTo("[0:0:0:0:0:0:0:1]:80");
        assertThat(DisplayText.value(InetSocketAddress.createUnresolved("a\u001b[m", 1)))
                .isEqualTo("a\\u001b[m:1");
        assertThat(DisplayText.value("x".repeat(50))).isEqualTo("\"" + "x".repeat(40) + "…\" (50 characters)");
        assertThat(DisplayText.value(Collections.nCopies(9, 1))).isEqualTo("[1, 1, 1, 1, 1, 1, 1, 1, …]");
        assertThat(DisplayText.value(List.of("a", "b"))).isEqualTo("[\"a\", \"b\"]");
        assertThat(DisplayText.value(Optional.of("a"))).isEqualTo("Optional of \"a\"");
        assertThat(DisplayText.value(Optional.empty())).isEqualTo("Optional.empty");
        assertThat(DisplayText.value(null)).isEqualTo("null");
    }

    @SuppressWarnings("ArrayRecordComponent") // it is only shown
    private record Part(int kind, byte[] data) {}

    private record Whole(String name, List<Part> parts, Part last) {}

    @Test
    void arrays_in_records_are_shown_as_bytes() {
        Part part = new Part(3, new byte[] {0, -1});

        assertThat(DisplayText.value(part)).isEqualTo("Part[kind=3, data=2 bytes: 00 ff]");
        assertThat(DisplayText.value(new Whole("a", List.of(part), part)))
                .isEqualTo(
                        "Whole[name=\"a\", parts=[Part[kind=3, data=2 bytes: 00 ff]], last=Part[kind=3, data=2 bytes: 00 ff]]");
    }

    @Test
    void control_characters_and_direction_marks_are_escaped() {
        assertThat(DisplayText.line("a\nb\r\tc\u001b[31m\u202ed\u0000\u2028\ud800 ü🙂"))
                .isEqualTo("a\\nb\\r\\tc\\u001b[31m\\u202ed\\u0000\\u2028\\ud800 ü🙂");
        assertThat(DisplayText.line("x".repeat(500))).hasSize(402).endsWith("x …");
    }

    @Test
    void many_lines_are_cut() {
        assertThat(DisplayText.lines("a\nb\u0007", 2)).containsExactly("a", "b\\u0007");
        assertThat(DisplayText.lines("a\nb\nc", 2)).containsExactly("a", "b", "… (more lines left out)");
    }
}
