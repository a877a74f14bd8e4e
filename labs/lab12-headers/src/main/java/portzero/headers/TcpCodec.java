package portzero.headers;

/** Your reader and writer of TCP segments. What it has to do is said in {@link Tcp}. */
public class TcpCodec implements Tcp {

    @Override
    public TcpSegment parse(byte[] bytes) {
        // TODO Task 5: Find the end of the header, and read the fields and the flags.
        // TODO Task 5: Go through the options, and refuse lengths that lead nowhere.
        throw new UnsupportedOperationException("write TcpCodec.parse");
    }

    @Override
    public byte[] build(TcpSegment segment, byte[] source, byte[] destination) {
        // TODO Task 5: Check that every value fits its field.
        // TODO Task 5: Write the header with its options, then the payload, and put the checksum in.
        throw new UnsupportedOperationException("write TcpCodec.build");
    }

    @Override
    public boolean isIntact(byte[] bytes, byte[] source, byte[] destination) {
        // TODO Task 5: Say whether the checksum is right.
        throw new UnsupportedOperationException("write TcpCodec.isIntact");
    }
}
