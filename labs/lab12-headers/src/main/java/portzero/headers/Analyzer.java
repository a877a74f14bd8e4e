package portzero.headers;

import java.util.List;

/** Says what happened in a capture. */
public interface Analyzer {

    /**
     * Follows the first TCP connection that begins in a capture.
     *
     * <p>It begins with the first segment that has SYN and not ACK. Whoever sent that is the client, at its address and
     * port, and whom it was sent to is the server. Every segment between these two from there on belongs to the connection, be it
     * the first of its kind or a repetition.
     *
     * <p>Everything else is passed over: what is no sound packet of IPv4 or IPv6, what is a fragment (its offset is not 0, or more come behind it), what carries
     * another protocol than TCP, what is no sound segment, what is between others or came earlier. The first four bits tell
     * IPv4 from IPv6, and a capture may have both. Whether checksums are right is not asked: where a network card fills them
     * in, a capture made on the sending machine has wrong ones.
     *
     * <p>Between the same two addresses and ports there is one connection in the capture, and fewer than 2,147,483,648 bytes
     * each way.
     *
     * @param packets IP packets in the order in which they were captured, each from its first byte on
     * @return its segments in the order of the capture, and what became of it
     * @throws IllegalArgumentException if no connection begins in the capture
     */
    TcpConnection analyze(List<byte[]> packets);
}
