package portzero.testkit.adversary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import portzero.testkit.trace.Trace;

class LossyLinkTest {

    private final Trace trace = new Trace();

    private LossyLink link(Fault... faults) {
        return new LossyLink(FaultSchedule.of(List.of(faults)), trace, datagram -> "packet " + datagram[0]);
    }

    /** What arrives of datagrams with one byte each. */
    private static String arrivals(LossyLink link, Direction direction, int... bytes) {
        StringBuilder arrived = new StringBuilder();
        for (int each : bytes) {
            String now = link.pass(direction, new byte[] {(byte) each}).stream()
                    .map(datagram -> Integer.toString(datagram[0]))
                    .collect(Collectors.joining(","));
            arrived.append('[').append(now).append(']');
        }
        return arrived.toString();
    }

    @Test
    void without_a_fault_all_arrives_at_once() {
        assertThat(arrivals(link(), Direction.TO_RECEIVER, 1, 2)).isEqualTo("[1][2]");
    }

    @Test
    void a_lost_one_never_arrives_and_the_other_direction_is_counted_by_itself() {
        LossyLink link = link(Fault.loss(Direction.TO_RECEIVER, 2));
        assertThat(arrivals(link, Direction.TO_SENDER, 7, 8)).isEqualTo("[7][8]");
        assertThat(arrivals(link, Direction.TO_RECEIVER, 1, 2, 3)).isEqualTo("[1][][3]");
        assertThat(link.sent(Direction.TO_RECEIVER)).isEqualTo(3);
        assertThat(link.sent(Direction.TO_SENDER)).isEqualTo(2);
        assertThat(link.faults()).containsExactly(Fault.loss(Direction.TO_RECEIVER, 2));
    }

    @Test
    void a_duplicate_arrives_right_after_the_first() {
        assertThat(arrivals(link(Fault.duplication(Direction.TO_RECEIVER, 1)), Direction.TO_RECEIVER, 1, 2))
                .isEqualTo("[1,1][2]");
    }

    @Test
    void a_delayed_one_arrives_after_so_many_others_have_come() {
        assertThat(arrivals(link(Fault.delay(Direction.TO_RECEIVER, 1, 1)), Direction.TO_RECEIVER, 1, 2, 3))
                .isEqualTo("[][2,1][3]");
        assertThat(arrivals(link(Fault.delay(Direction.TO_RECEIVER, 1, 2)), Direction.TO_RECEIVER, 1, 2, 3))
                .isEqualTo("[][2][3,1]");
    }

    @Test
    void what_is_lost_has_come_too_for_one_that_waits() {
        LossyLink link = link(Fault.delay(Direction.TO_RECEIVER, 1, 1), Fault.loss(Direction.TO_RECEIVER, 2));
        assertThat(arrivals(link, Direction.TO_RECEIVER, 1, 2)).isEqualTo("[][1]");
    }

    @Test
    void one_bit_is_flipped_in_a_copy() {
        byte[] sent = {0, 0};
        LossyLink link =
                link(Fault.corruption(Direction.TO_RECEIVER, 1, 9), Fault.corruption(Direction.TO_RECEIVER, 2, 16));
        assertThat(link.pass(Direction.TO_RECEIVER, sent)).singleElement().isEqualTo(new byte[] {0, 2});
        assertThat(link.pass(Direction.TO_RECEIVER, sent)).singleElement().isEqualTo(new byte[] {1, 0});
        assertThat(sent).containsExactly(0, 0);
    }

    @Test
    void every_decision_is_a_step_of_the_story() {
        arrivals(link(Fault.loss(Direction.TO_RECEIVER, 2)), Direction.TO_RECEIVER, 5, 6);
        assertThat(trace.lines(trace.size()))
                .containsExactly(
                        "adversary: the sender's 1st datagram passes, packet 5",
                        "adversary: the sender's 2nd datagram is lost, packet 6");
    }
}
