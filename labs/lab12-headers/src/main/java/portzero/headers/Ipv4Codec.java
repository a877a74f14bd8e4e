package portzero.headers;

/** Your reader and writer of IPv4 packets. What it has to do is said in {@link Ipv4}. */
public class Ipv4Codec implements Ipv4 {

    @Override
    public Ipv4Packet parse(byte[] bytes) {
        // TODO Task 2: Check the version and the lengths before you rely on them.
        // TODO Task 2: Read the fields; none of them is signed.
        // TODO Task 2: Cut out addresses, options and payload.
        throw new UnsupportedOperationException("write Ipv4Codec.parse");
    }

    @Override
    public byte[] build(Ipv4Packet packet) {
        // TODO Task 3: Check that every value fits its field.
        // TODO Task 3: Write the header and what follows it.
        // TODO Task 3: Put the checksum in when all the rest of the header is there.
        throw new UnsupportedOperationException("write Ipv4Codec.build");
    }

    @Override
    public boolean isIntact(byte[] bytes) {
        // TODO Task 3: Say whether the header has its right checksum.
        throw new UnsupportedOperationException("write Ipv4Codec.isIntact");
    }
}
