package portzero.headers;

/** Your checksum. What it has to do is said in {@link Checksum}. */
public class InternetChecksum implements Checksum {

    @Override
    public int of(byte[] bytes) {
        // TODO Task 1: Add up the words of two bytes each; a byte in Java is signed.
        // TODO Task 1: Fill up an odd number of bytes.
        // TODO Task 1: Add what is carried, until nothing is, and turn the bits.
        throw new UnsupportedOperationException("write InternetChecksum.of");
    }

    @Override
    public int ofTransport(byte[] source, byte[] destination, int protocol, byte[] segment) {
        // TODO Task 4: Lay out the pseudo-header, that of IPv4 or that of IPv6.
        // TODO Task 4: Return the checksum of it and of the segment behind it.
        throw new UnsupportedOperationException("write InternetChecksum.ofTransport");
    }
}
