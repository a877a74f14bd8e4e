package portzero.testkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final String LINE = "0001a2b3 00000000 00000002 00000000 00000000 00000000 00000000 00000000"
            + " 00000000 00000000 00000000 %s 00000001 00000000 00000000";

    @Test
    void queue_of_any_processor_counts() {
        String quiet = LINE.formatted("00000000");
        String busy = LINE.formatted("0000000a");
        assertThat(Backlog.isEmpty(quiet + "\n" + quiet + "\n")).isTrue();
        assertThat(Backlog.isEmpty(quiet + "\n" + busy + "\n")).isFalse();
    }

    @Test
    void kernel_that_does_not_tell_is_not_trusted() {
        assertThat(Backlog.isEmpty("0001a2b3 00000000 00000002")).isFalse();
    }
}
