package portzero.headers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows one connection from its first SYN on. */
final class ConnectionTracker {

    private final CapturedSegment first;
    private final List<SegmentSummary> segments = new ArrayList<>();
    private final Map<Side, Long> firstNumbers = new EnumMap<>(Side.class);
    private final Map<Side, Long> behindFin =
            new EnumMap<>(Side.class); // the acknowledgment that a side's FIN asks for
    private final Set<Side> finAcknowledged = EnumSet.noneOf(Side.class);

    ConnectionTracker(CapturedSegment first) {
        this.first = first;
    }

    /** Takes the next segment of the capture; one that belongs to other endpoints is passed over. */
    void take(CapturedSegment segment) {
        sender(segment).ifPresent(sender -> take(segment, sender));
    }

    private Optional<Side> sender(CapturedSegment segment) {
        if (segment.source().equals(first.source()) && segment.destination().equals(first.destination())) {
            return Optional.of(Side.CLIENT);
        }
        if (segment.source().equals(first.destination())
                && segment.destination().equals(first.source())) {
            return Optional.of(Side.SERVER);
        }
        return Optional.empty();
    }

    private void take(CapturedSegment segment, Side sender) {
        Side receiver = sender == Side.CLIENT ? Side.SERVER : Side.CLIENT;
        TcpSegment tcp = segment.tcp();
        long sequence = distance(firstNumbers.computeIfAbsent(sender, side -> tcp.sequence()), tcp.sequence());
        long acknowledgment = 0;
        Long counted = firstNumbers.get(receiver);
        if (segment.has(TcpFlag.ACK) && counted != null) {
            acknowledgment = distance(counted, tcp.acknowledgment());
            Long asked = behindFin.get(receiver);
            if (asked != null && acknowledgment >= asked) {
                finAcknowledged.add(receiver);
            }
        }
        int length = tcp.payload().length;
        if (segment.has(TcpFlag.FIN)) {
            behindFin.put(sender, sequence + length + 1); // FIN has a number of its own
        }
        segments.add(new SegmentSummary(sender, segment.kind(), sequence, acknowledgment, length));
    }

    /** How far one sequence number is behind another; behind the highest of 32 bits comes 0. */
    private static long distance(long from, long to) {
        return to - from & HeaderBytes.MAX_32_BITS;
    }

    TcpConnection result() {
        return new TcpConnection(segments, ending());
    }

    private Ending ending() {
        if (segments.stream().anyMatch(segment -> segment.kind() == SegmentKind.RST)) {
            return Ending.RESET;
        }
        if (behindFin.size() == Side.values().length) {
            return Ending.CLOSED;
        }
        return behindFin.isEmpty() ? Ending.OPEN : Ending.CLOSING;
    }
}
