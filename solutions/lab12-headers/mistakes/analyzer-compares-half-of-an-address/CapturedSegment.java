package portzero.headers;

import java.nio.ByteBuffer;

/** A TCP segment with its two endpoints. */
record CapturedSegment(Endpoint source, Endpoint destination, TcpSegment tcp) {

    /** An address and a port; a buffer, unlike an array, is equal to another with the same bytes. */
    record Endpoint(ByteBuffer address, int port) {}

    static CapturedSegment of(byte[] source, byte[] destination, TcpSegment tcp) {
        return new CapturedSegment(
                new Endpoint(ByteBuffer.wrap(source, 0, 4), tcp.sourcePort()),
                new Endpoint(ByteBuffer.wrap(destination, 0, 4), tcp.destinationPort()),
                tcp);
    }

    boolean has(TcpFlag flag) {
        return tcp.flags().contains(flag);
    }

    /** Whether a connection begins with it. */
    boolean opens() {
        return has(TcpFlag.SYN) && !has(TcpFlag.ACK);
    }

    SegmentKind kind() {
        if (has(TcpFlag.RST)) {
            return SegmentKind.RST;
        }
        if (has(TcpFlag.SYN)) {
            return has(TcpFlag.ACK) ? SegmentKind.SYN_ACK : SegmentKind.SYN;
        }
        if (has(TcpFlag.FIN)) {
            return SegmentKind.FIN;
        }
        return tcp.payload().length > 0 ? SegmentKind.DATA : SegmentKind.ACK;
    }
}
