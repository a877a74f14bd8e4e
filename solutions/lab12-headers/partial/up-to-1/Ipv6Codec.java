package portzero.headers;

/** Your reader and writer of IPv6 packets. What it has to do is said in {@link Ipv6}. */
public class Ipv6Codec implements Ipv6 {

    @Override
    public Ipv6Packet parse(byte[] bytes) {
        // TODO Task 6: Read the fixed header.
        // TODO Task 6: Follow the chain of extension headers to the payload.
        throw new UnsupportedOperationException("write Ipv6Codec.parse");
    }

    @Override
    public byte[] build(Ipv6Packet packet) {
        // TODO Task 6: Check that every value fits its field.
        // TODO Task 6: Write the headers, each with the number of the next one.
        throw new UnsupportedOperationException("write Ipv6Codec.build");
    }
}
