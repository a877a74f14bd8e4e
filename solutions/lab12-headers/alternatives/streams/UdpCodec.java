package portzero.headers;

import java.util.Arrays;

/** Reads the fields as they come, from a stream. */
public class UdpCodec implements Udp {

    @Override
    public UdpDatagram parse(byte[] bytes) {
        return Input.read(bytes, in -> {
            int sourcePort = in.readUnsignedShort();
            int destinationPort = in.readUnsignedShort();
            int length = in.readUnsignedShort();
            in.readUnsignedShort();
            Input.check(length >= 8, "a length of " + length);
            return new UdpDatagram(sourcePort, destinationPort, Input.exactly(in, length - 8));
        });
    }

    @Override
    public byte[] build(UdpDatagram datagram, byte[] source, byte[] destination) {
        int sum = new InternetChecksum().ofTransport(source, destination, 17, write(datagram, 0));
        return write(datagram, sum == 0 ? 0xffff : sum);
    }

    private static byte[] write(UdpDatagram datagram, int checksum) {
        return new Output()
                .number("source port", datagram.sourcePort(), 2)
                .number("destination port", datagram.destinationPort(), 2)
                .number("length", datagram.payload().length + 8, 2)
                .number("checksum", checksum, 2)
                .bytes(datagram.payload())
                .done();
    }

    /** Builds the datagram again, and looks whether the same checksum comes out. */
    @Override
    public boolean isIntact(byte[] bytes, byte[] source, byte[] destination) {
        byte[] again = build(parse(bytes), source, destination);
        boolean none = bytes[6] == 0 && bytes[7] == 0;
        return none ? source.length == 4 : Arrays.equals(bytes, 0, 8, again, 0, 8);
    }
}
