package portzero.grader.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import portzero.testkit.trace.TraceEvent;

class RelayBatchTest {

    private static RelayEvent data(int client, boolean fromClient, String text) {
        return RelayEvent.data(client, fromClient, TraceEvent.Kind.DATA, text.getBytes(US_ASCII), text.length());
    }

    private static List<String> labels(List<RelayEvent> events) {
        return RelayBatch.merged(events).stream().map(RelayEvent::label).toList();
    }

    @Test
    void bytes_that_follow_each_other_are_one_and_a_few_answers_between_them_are_kept() {
        assertThat(labels(List.of(data(1, true, "ab"), data(1, true, "c"), data(1, false, "abc"), data(1, true, "d"))))
                .containsExactly("#1 3 bytes \"abc\" in 2 pieces", "#1 3 bytes \"abc\"", "#1 1 byte \"d\"");
    }

    @Test
    void a_flood_is_told_as_a_sum_for_each_direction() {
        List<RelayEvent> events = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            events.add(data(1, true, "0123456789"));
            events.add(data(1, false, "0123456789"));
        }
        events.add(RelayEvent.of(1, true, TraceEvent.Kind.END, "ends its stream"));
        assertThat(labels(events))
                .containsExactly("#1 5,000 bytes in 500 pieces", "#1 5,000 bytes in 500 pieces", "#1 ends its stream");
    }

    @Test
    void datagrams_are_never_one() {
        RelayEvent datagram = RelayEvent.data(1, true, TraceEvent.Kind.DATAGRAM, new byte[] {1}, 1);
        assertThat(labels(List.of(datagram, datagram))).containsExactly("#1 1 byte: 01", "#1 1 byte: 01");
    }

    @Test
    void bytes_of_two_clients_are_kept_apart() {
        assertThat(labels(List.of(data(1, true, "a"), data(2, true, "b"), data(1, true, "c"))))
                .containsExactly("#1 1 byte \"a\"", "#2 1 byte \"b\"", "#1 1 byte \"c\"");
    }
}
