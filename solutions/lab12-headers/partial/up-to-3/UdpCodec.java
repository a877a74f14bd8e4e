package portzero.headers;

/** Your reader and writer of UDP datagrams. What it has to do is said in {@link Udp}. */
public class UdpCodec implements Udp {

    @Override
    public UdpDatagram parse(byte[] bytes) {
        // TODO Task 4: Check the length, and read the fields.
        throw new UnsupportedOperationException("write UdpCodec.parse");
    }

    @Override
    public byte[] build(UdpDatagram datagram, byte[] source, byte[] destination) {
        // TODO Task 4: Write header and payload, and put the checksum in; send no 0.
        throw new UnsupportedOperationException("write UdpCodec.build");
    }

    @Override
    public boolean isIntact(byte[] bytes, byte[] source, byte[] destination) {
        // TODO Task 4: Say whether the checksum is right, or none and allowed.
        throw new UnsupportedOperationException("write UdpCodec.isIntact");
    }
}
