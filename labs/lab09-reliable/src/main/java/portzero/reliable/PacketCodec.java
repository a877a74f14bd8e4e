package portzero.reliable;

import java.util.Optional;

/** Your packets. What they look like is said in {@link Codec}. */
public class PacketCodec implements Codec {

    @Override
    public byte[] encode(Packet packet) {
        // TODO Task 1: Write the header with zeros for the checksum, and the payload behind it.
        // TODO Task 1: Compute the checksum of all that, and put it into its place.
        throw new UnsupportedOperationException("write PacketCodec.encode");
    }

    @Override
    public Optional<Packet> decode(byte[] datagram) {
        // TODO Task 1: Refuse what is too short, has an unknown kind, or a length that is not the real one.
        // TODO Task 1: Compute the checksum in the same way, and refuse what has another one.
        throw new UnsupportedOperationException("write PacketCodec.decode");
    }
}
