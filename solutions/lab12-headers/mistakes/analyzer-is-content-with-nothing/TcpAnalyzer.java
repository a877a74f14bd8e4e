package portzero.headers;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Takes each packet apart, and has a {@link ConnectionTracker} follow the segments of the first connection. */
public class TcpAnalyzer implements Analyzer {

    private static final int TCP = 6;
    private static final int IPV6 = 6;
    private static final int FRAGMENT = 44;
    private static final int OFFSET_OR_MORE = 0xfff9; // both are 0 where one fragment is all of its packet

    private final Ipv4 ipv4 = new Ipv4Codec();
    private final Ipv6 ipv6 = new Ipv6Codec();
    private final Tcp tcp = new TcpCodec();

    @Override
    public TcpConnection analyze(List<byte[]> packets) {
        Optional<ConnectionTracker> connection = Optional.empty();
        for (byte[] packet : packets) {
            Optional<CapturedSegment> segment = segment(packet);
            if (connection.isEmpty()) {
                connection = segment.filter(CapturedSegment::opens).map(ConnectionTracker::new);
            }
            if (connection.isPresent() && segment.isPresent()) {
                connection.get().take(segment.get());
            }
        }
        return connection.map(ConnectionTracker::result).orElseGet(() -> new TcpConnection(List.of(), Ending.OPEN));
    }

    /** The TCP segment in a packet, if there is a whole and sound one. */
    private Optional<CapturedSegment> segment(byte[] bytes) {
        try {
            return bytes.length > 0 && bytes[0] >> 4 == IPV6 ? fromIpv6(bytes) : fromIpv4(bytes);
        } catch (IllegalArgumentException unsound) {
            return Optional.empty();
        }
    }

    private Optional<CapturedSegment> fromIpv4(byte[] bytes) {
        Ipv4Packet packet = ipv4.parse(bytes);
        Fragmentation fragmentation = packet.fragmentation();
        if (packet.protocol() != TCP || fragmentation.moreFragments() || fragmentation.offset() != 0) {
            return Optional.empty();
        }
        return Optional.of(CapturedSegment.of(packet.source(), packet.destination(), tcp.parse(packet.payload())));
    }

    private Optional<CapturedSegment> fromIpv6(byte[] bytes) {
        Ipv6Packet packet = ipv6.parse(bytes);
        if (packet.protocol() != TCP || packet.extensions().stream().anyMatch(TcpAnalyzer::isPartOfAPacket)) {
            return Optional.empty();
        }
        return Optional.of(CapturedSegment.of(packet.source(), packet.destination(), tcp.parse(packet.payload())));
    }

    private static boolean isPartOfAPacket(ExtensionHeader extension) {
        return extension.type() == FRAGMENT
                && (ByteBuffer.wrap(extension.body()).getShort() & OFFSET_OR_MORE) != 0;
    }
}
