package portzero.grader.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows the connections of a capture, and fails where a sequence number is not the next one, or one not sent is confirmed. */
public final class TcpStreams {
    private final Map<String, Integer> next = new HashMap<>();
    private final Map<String, StringBuilder> payload = new HashMap<>();
    private final Set<String> over = new HashSet<>();

    private TcpStreams() {}

    public static TcpStreams of(List<ReadPacket> packets) {
        var streams = new TcpStreams();
        packets.stream().filter(ReadPacket::tcp).forEach(streams::add);
        return streams;
    }

    private void add(ReadPacket packet) {
        assertThat(over).as("connections that were reset").doesNotContain(packet.flow());
        var from = packet.from() + " " + packet.to();
        var back = packet.to() + " " + packet.from();
        if (packet.flags().contains("S")) {
            assertThat(next.put(from, packet.sequence()))
                    .as("an earlier SYN of " + from)
                    .isNull();
        }
        if (packet.flags().contains("R")) {
            over.add(packet.flow());
        }
        if (!packet.flags().equals("RA") || next.containsKey(from)) {
            assertThat(packet.sequence()).as("sequence number of " + packet).isEqualTo(next.get(from));
        }
        next.put(from, packet.sequence() + packet.size());
        if (packet.flags().contains("A")) {
            assertThat(packet.acknowledgement())
                    .as("acknowledgement of " + packet)
                    .isEqualTo(next.get(back));
        }
        payload.computeIfAbsent(from, one -> new StringBuilder()).append(packet.payload());
    }

    /** What went each way of each connection, in hexadecimal digits; the empty ones are left out. */
    public List<String> payloads() {
        return payload.values().stream()
                .map(StringBuilder::toString)
                .filter(hex -> !hex.isEmpty())
                .toList();
    }
}
