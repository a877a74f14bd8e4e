package portzero.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireLogTest {

    private static final InetSocketAddress HERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 4_000);
    private static final InetSocketAddress THERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 5_000);

    private final WireRecording recording = new WireRecording();
    private final WireLog log = new WireLog("SomeTest.some", recording);
    private final Flow flow = new Flow(Transport.TCP, HERE, THERE, true);

    @Test
    void a_log_that_nobody_wants_stays_empty() {
        WireLog none = new WireLog("SomeTest.some", null);
        none.refused(THERE);
        none.sent(HERE, THERE, ByteBuffer.allocate(3));
        none.finish(end -> List.of(), 0);
        assertThat(none.events()).isEmpty();
        assertThat(recording.logs()).isEmpty();
    }

    @Test
    void bytes_are_cut_into_segments() {
        log.data(flow, true, ByteBuffer.allocate(100_000));
        assertThat(log.events()).extracting(event -> event.payload().length()).containsExactly(65_495, 34_505);
    }

    @Test
    void a_stream_ends_once_and_nothing_ends_after_a_reset() {
        log.end(flow, true);
        log.end(flow, true);
        log.reset(flow, false);
        log.reset(flow, true);
        log.end(flow, false);
        assertThat(log.events()).extracting(WireEvent::kind).containsExactly(WireEvent.Kind.END, WireEvent.Kind.RESET);
    }

    @Test
    void a_connection_that_has_ended_both_ways_is_not_reset() {
        log.end(flow, true);
        log.end(flow, false);
        log.reset(flow, true);
        assertThat(log.events()).hasSize(2);
    }

    @Test
    void of_a_flood_the_beginning_is_recorded_and_the_rest_counted() {
        for (int i = 0; i < 9_000; i++) {
            log.data(flow, true, ByteBuffer.allocate(1));
        }
        log.end(flow, true);
        assertThat(log.events()).hasSize(8_000).allMatch(event -> event.kind() == WireEvent.Kind.DATA);
        assertThat(flow.unrecorded()).isEqualTo(1_001);
        log.refused(THERE);
        assertThat(log.events()).as("others go on").hasSize(8_001);
    }

    @Test
    void payload_is_kept_within_bounds_and_its_sum_in_any_case() {
        byte[] bytes = new byte[60_000];
        bytes[1] = 1;
        bytes[59_998] = 2;
        for (int i = 0; i < 50; i++) {
            log.data(flow, true, ByteBuffer.wrap(bytes));
        }
        List<WireEvent> events = log.events();
        assertThat(events.stream()
                        .mapToInt(event -> event.payload().kept().length)
                        .sum())
                .isEqualTo(2 << 20);
        assertThat(events)
                .allMatch(event ->
                        event.payload().length() == 60_000 && event.payload().sum() == 1 + (2 << 8));
    }

    @Test
    void a_run_keeps_no_more_than_it_may() {
        assertThat(recording.granted(60 << 20)).isEqualTo(60 << 20);
        assertThat(recording.granted(60 << 20)).isEqualTo(4 << 20);
        assertThat(recording.granted(1)).isZero();
    }

    @Test
    void what_comes_when_the_test_is_over_is_not_recorded() {
        log.finish(end -> List.of(), 0);
        log.data(flow, true, ByteBuffer.allocate(1));
        assertThat(log.events()).isEmpty();
        assertThat(recording.logs()).containsExactly(log);
    }

    @Test
    void the_checksum_is_that_of_the_rfc() {
        // The example of RFC 1071 section 3.
        ByteBuffer words =
                ByteBuffer.wrap(new byte[] {0, 1, (byte) 0xf2, 3, (byte) 0xf4, (byte) 0xf5, (byte) 0xf6, (byte) 0xf7});
        assertThat(InternetChecksum.sum(words)).isEqualTo(0xddf2);
        assertThat(InternetChecksum.of(0xddf2)).isEqualTo(0x220d);
        assertThat(InternetChecksum.sum(ByteBuffer.wrap(new byte[] {0, 1, 2}))).isEqualTo(0x0201);
    }
}
