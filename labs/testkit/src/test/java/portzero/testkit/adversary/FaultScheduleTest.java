package portzero.testkit.adversary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultScheduleTest {

    private static final FaultRates MIXED = new FaultRates(20, 10, 10, 5);

    @Test
    void the_same_key_draws_the_same_faults() {
        FaultSchedule one = FaultSchedule.random(7, MIXED);
        FaultSchedule other = FaultSchedule.random(7, MIXED);
        for (int nth = 1; nth <= 100; nth++) {
            assertThat(one.fault(Direction.TO_SENDER, nth)).isEqualTo(other.fault(Direction.TO_SENDER, nth));
        }
    }

    @Test
    void keys_and_directions_draw_different_faults() {
        List<Optional<Fault.Kind>> forth = kinds(FaultSchedule.random(7, MIXED), Direction.TO_RECEIVER);
        assertThat(kinds(FaultSchedule.random(7, MIXED), Direction.TO_SENDER)).isNotEqualTo(forth);
        assertThat(kinds(FaultSchedule.random(8, MIXED), Direction.TO_RECEIVER)).isNotEqualTo(forth);
    }

    private static List<Optional<Fault.Kind>> kinds(FaultSchedule schedule, Direction direction) {
        return java.util.stream.IntStream.rangeClosed(1, 100)
                .mapToObj(nth -> schedule.fault(direction, nth).map(Fault::kind))
                .toList();
    }

    @Test
    void faults_are_as_frequent_as_their_rates() {
        FaultSchedule schedule = FaultSchedule.random(7, MIXED);
        Map<Fault.Kind, Integer> counts = new EnumMap<>(Fault.Kind.class);
        for (int nth = 1; nth <= 10_000; nth++) {
            schedule.fault(Direction.TO_RECEIVER, nth).ifPresent(fault -> counts.merge(fault.kind(), 1, Integer::sum));
        }
        assertThat(counts.get(Fault.Kind.LOSS)).isBetween(1_800, 2_200);
        assertThat(counts.get(Fault.Kind.DUPLICATION)).isBetween(850, 1_150);
        assertThat(counts.get(Fault.Kind.DELAY)).isBetween(850, 1_150);
        assertThat(counts.get(Fault.Kind.CORRUPTION)).isBetween(400, 600);
    }

    @Test
    void what_was_drawn_can_be_listed_and_is_the_same_then() {
        FaultSchedule drawn = FaultSchedule.random(7, MIXED);
        List<Fault> listed = java.util.stream.IntStream.rangeClosed(1, 50)
                .mapToObj(nth -> drawn.fault(Direction.TO_RECEIVER, nth))
                .flatMap(Optional::stream)
                .toList();
        FaultSchedule list = FaultSchedule.of(listed);
        for (int nth = 1; nth <= 50; nth++) {
            assertThat(list.fault(Direction.TO_RECEIVER, nth)).isEqualTo(drawn.fault(Direction.TO_RECEIVER, nth));
        }
        assertThat(list.fault(Direction.TO_SENDER, 1)).isEmpty();
    }

    @Test
    void certain_faults_take_the_place_of_what_is_drawn() {
        FaultSchedule drawn = FaultSchedule.random(5, new FaultRates(100, 0, 0, 0));
        Fault certain = Fault.delay(Direction.TO_SENDER, 4, 2);
        FaultSchedule both = drawn.with(List.of(certain));

        assertThat(both.fault(Direction.TO_SENDER, 4)).contains(certain);
        assertThat(both.fault(Direction.TO_RECEIVER, 4)).contains(Fault.loss(Direction.TO_RECEIVER, 4));
        assertThat(both.fault(Direction.TO_SENDER, 5)).contains(Fault.loss(Direction.TO_SENDER, 5));
        assertThat(FaultSchedule.of(List.of()).with(List.of()).fault(Direction.TO_SENDER, 4))
                .isEmpty();
    }

    @Test
    void a_fault_is_a_clause_in_english() {
        assertThat(Fault.loss(Direction.TO_SENDER, 1)).hasToString("the receiver's 1st datagram is lost");
        assertThat(Fault.duplication(Direction.TO_RECEIVER, 22)).hasToString("the sender's 22nd datagram comes twice");
        assertThat(Fault.delay(Direction.TO_RECEIVER, 13, 1))
                .hasToString("the sender's 13th datagram comes after the next one");
        assertThat(Fault.delay(Direction.TO_RECEIVER, 3, 4))
                .hasToString("the sender's 3rd datagram comes after the next 4");
        assertThat(Fault.corruption(Direction.TO_RECEIVER, 4, 9)).hasToString("the sender's 4th datagram is damaged");
    }

    @Test
    void impossible_faults_are_refused() {
        assertThatThrownBy(() -> Fault.loss(Direction.TO_SENDER, 0)).hasMessage("nth must be at least 1 but was 0");
        assertThatThrownBy(() -> Fault.delay(Direction.TO_SENDER, 1, 9))
                .hasMessage("delay must be 1–8 datagrams but was 9");
        assertThatThrownBy(() -> Fault.corruption(Direction.TO_SENDER, 1, -1))
                .hasMessage("amount must not be negative but was -1");
        assertThatThrownBy(() -> new FaultRates(60, 50, 0, 0)).hasMessage("rates must add up to 100 percent at most");
        assertThatThrownBy(() -> new FaultRates(-1, 0, 0, 0)).hasMessage("rates must not be negative");
    }
}
