package portzero.grader.capture;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import portzero.testkit.wire.Flow;
import portzero.testkit.wire.Segment;
import portzero.testkit.wire.WireEvent;

/**
 * The segments of one connection. Each event is one segment; what the kernels add by themselves is added: the handshake, and an
 * acknowledgement of each segment that takes up sequence numbers (RFC 9293 section 3.4).
 */
final class TcpConversation implements FlowPackets {

    /** Windows are in units of 128 bytes, and so large that none ever seems to be full. */
    private static final int WINDOW_SHIFT = 7;

    private static final int WINDOW = 2_048;
    private static final int WINDOW_OF_SYN = 65_535;
    private static final Segment NOTHING = Segment.EMPTY;

    private final Flow flow;
    private final End test;
    private final End subject;

    /** One of the two ends, and how far it is. */
    private static final class End {
        private final InetSocketAddress address;
        private int next;
        private int sent;

        End(InetSocketAddress address, int first) {
            this.address = address;
            next = first;
        }
    }

    /** @param number makes the first sequence numbers differ from other connections' */
    TcpConversation(Flow flow, int number) {
        this.flow = flow;
        test = new End(flow.test(), number * 0x01000193);
        subject = new End(flow.subject(), ~(number * 0x01000193));
    }

    @Override
    public List<CapturedPacket> of(WireEvent event, boolean isAcknowledged, LongSupplier clock) {
        var from = event.byTest() ? test : subject;
        var to = event.byTest() ? subject : test;
        var made = new Batch(clock);
        switch (event.kind()) {
            case CONNECTED -> {
                made.syn(from, null);
                made.syn(to, from);
                made.plain(from, to, TcpHeader.ACK);
            }
            case REFUSED -> {
                made.syn(from, null);
                to.next = 0; // it has no connection, and so no numbers of its own
                made.plain(to, from, TcpHeader.RST | TcpHeader.ACK);
            }
            case DATA -> {
                made.segment(from, to, TcpHeader.PSH | TcpHeader.ACK, event.payload());
                if (isAcknowledged) {
                    made.plain(to, from, TcpHeader.ACK);
                }
            }
            case END -> {
                made.plain(from, to, TcpHeader.FIN | TcpHeader.ACK);
                if (isAcknowledged) {
                    made.plain(to, from, TcpHeader.ACK);
                }
            }
            case RESET -> made.plain(from, to, TcpHeader.RST | TcpHeader.ACK);
            case DATAGRAM -> throw new IllegalArgumentException("a datagram is no part of a connection");
        }
        return made.packets;
    }

    /** The packets of one event. */
    private final class Batch {
        private final LongSupplier clock;
        private final List<CapturedPacket> packets = new ArrayList<>();

        Batch(LongSupplier clock) {
            this.clock = clock;
        }

        /** @param other whose SYN is answered; null for the first one */
        void syn(End from, @Nullable End other) {
            var flags = other == null ? TcpHeader.SYN : TcpHeader.SYN | TcpHeader.ACK;
            var header = new TcpHeader(from.next, other == null ? 0 : other.next, flags, WINDOW_OF_SYN);
            from.next++;
            add(from, header, synOptions(), NOTHING);
        }

        void plain(End from, End to, int flags) {
            segment(from, to, flags, NOTHING);
        }

        void segment(End from, End to, int flags, Segment payload) {
            var window = (flags & TcpHeader.RST) == 0 ? WINDOW : 0;
            var header = new TcpHeader(from.next, to.next, flags, window);
            from.next += payload.length() + ((flags & TcpHeader.FIN) == 0 ? 0 : 1);
            add(from, header, new byte[0], payload);
        }

        private void add(End from, TcpHeader header, byte[] options, Segment payload) {
            var to = from == test ? subject : test;
            var packet = new IpPacket(from.address, to.address, ++from.sent).tcp(header, options, payload);
            packets.add(new CapturedPacket(clock.getAsLong(), from == test, packet, IpPacket.length(packet, payload)));
        }
    }

    /** The largest segment, a filler, the scale of windows (RFC 9293 section 3.2, RFC 7323 section 2). */
    private byte[] synOptions() {
        return ByteBuffer.allocate(8)
                .put((byte) 2)
                .put((byte) 4)
                .putShort((short) flow.maxSegment())
                .put((byte) 1)
                .put((byte) 3)
                .put((byte) 3)
                .put((byte) WINDOW_SHIFT)
                .array();
    }
}
