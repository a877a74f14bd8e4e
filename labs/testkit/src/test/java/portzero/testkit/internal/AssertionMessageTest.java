package portzero.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssertionMessageTest {

    @Test
    void durations_read_as_in_the_steps() {
        assertThat(AssertionMessage.text("Expecting actual:\n  PT0.1S\nto be PT1M0.5S"))
                .isEqualTo("Expecting actual:\n  0.1 s\nto be 60.5 s");
    }

    @Test
    void no_stack_of_ours_and_no_identity_of_an_array_is_left() {
        AssertionError error = failureOf(() -> assertThat(new IOException("no")).isInstanceOf(Error.class));
        assertThat(AssertionMessage.text(String.valueOf(error.getMessage())))
                .contains("IOException: no")
                .doesNotContain("\tat ");
        String identity = String.valueOf((Object) List.of(new byte[1]));
        assertThat(AssertionMessage.text(identity)).isEqualTo("[an array of bytes]");
    }

    private static AssertionError failureOf(Runnable assertion) {
        try {
            assertion.run();
        } catch (AssertionError failed) {
            return failed;
        }
        throw new IllegalStateException("did not fail");
    }
}
