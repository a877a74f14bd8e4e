package portzero.testkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MachineStallsTest {

    @Test
    void time_in_which_somebody_was_stalled_counts() {
        String pressure = """
                some avg10=0.00 avg60=0.12 avg300=0.03 total=134738292
                full avg10=0.00 avg60=0.00 avg300=0.00 total=17
                """;
        assertThat(MachineStalls.microseconds(pressure)).isEqualTo(134_738_292);
    }

    @Test
    void time_that_the_host_took_counts() {
        String stat = """
                cpu  100 2 30 4000 5 6 7 42 0 0
                cpu0 50 1 15 2000 2 3 3 21 0 0
                """;
        assertThat(MachineStalls.stolen(stat)).isEqualTo(42);
        assertThat(MachineStalls.stolen("cpu  100 2 30 4000\n")).isZero();
    }

    @Test
    void what_is_not_told_is_not_taken_for_nothing() {
        assertThatThrownBy(() -> MachineStalls.microseconds("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MachineStalls.microseconds("some avg10=0.00"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
