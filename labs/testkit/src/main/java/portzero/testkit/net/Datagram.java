package portzero.testkit.net;

import java.net.InetSocketAddress;

/** One datagram that came. */
public final class Datagram {

    private final InetSocketAddress from;
    private final byte[] payload;

    Datagram(InetSocketAddress from, byte[] payload) {
        this.from = from;
        this.payload = payload;
    }

    /** Its source. */
    public InetSocketAddress from() {
        return from;
    }

    /** Its payload; the array is the caller's. */
    public byte[] payload() {
        return payload.clone();
    }
}
