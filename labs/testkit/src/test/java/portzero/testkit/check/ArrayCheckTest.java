package portzero.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import portzero.testkit.host.ArrayChange;

class ArrayCheckTest {

    @Test
    void it_says_which_array_and_which_byte() {
        assertThat(ArrayCheck.text(new ArrayChange("echo", false, 12_000, 3_000, 0x41, 0)))
                .isEqualTo("Expected  echo to leave the array that it was given as it was\n"
                        + "but       byte 3,000 of 12,000 differs afterwards: it was 41 and is 00");
        assertThat(ArrayCheck.text(new ArrayChange("receive", true, 2, 0, 0, 0xff)))
                .isEqualTo("Expected  the array that receive has returned to stay as it was\n"
                        + "but       byte 0 of 2 differs afterwards: it was 00 and is ff");
        assertThat(ArrayCheck.text(new ArrayChange("send", false, 9_000, ArrayChange.UNKNOWN, 0, 0)))
                .endsWith("but       one of its last bytes differs afterwards, of 9,000");
    }

    @Test
    void a_name_from_the_program_is_shown_on_one_line() {
        assertThat(ArrayCheck.text(new ArrayChange("a\nb\u001b", false, 1, 0, 1, 2)))
                .startsWith("Expected  a\\nb\\u001b to leave");
    }
}
