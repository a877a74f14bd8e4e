package portzero.headers;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;

/** Reads the fields as they come, from a stream. */
public class Ipv4Codec implements Ipv4 {

    @Override
    public Ipv4Packet parse(byte[] bytes) {
        return Input.read(bytes, Ipv4Codec::read);
    }

    private static Ipv4Packet read(DataInputStream in) throws IOException {
        int first = in.readUnsignedByte();
        Input.check(first >> 4 == 4, "version " + (first >> 4));
        int header = 4 * (first & 15);
        Input.check(header >= 20, "header of " + header + " bytes");
        int trafficClass = in.readUnsignedByte();
        int total = in.readUnsignedShort();
        int identification = in.readUnsignedShort();
        int word = in.readUnsignedShort();
        Fragmentation fragmentation = new Fragmentation((word & 0x4000) > 0, (word & 0x2000) > 0, (word & 0x1fff) << 3);
        int timeToLive = in.readUnsignedByte();
        int protocol = in.readUnsignedByte();
        in.skipBytes(2);
        byte[] source = Input.exactly(in, 4);
        byte[] destination = Input.exactly(in, 4);
        byte[] options = Input.exactly(in, header - 20);
        Input.check(total >= header, "packet of " + total + " bytes with a header of " + header);
        byte[] payload = Input.exactly(in, total - header);
        return new Ipv4Packet(
                trafficClass,
                identification,
                fragmentation,
                timeToLive,
                protocol,
                source,
                destination,
                options,
                payload);
    }

    @Override
    public byte[] build(Ipv4Packet packet) {
        byte[] options = new Output().bytes(packet.options()).fillUp().done();
        Input.check(options.length <= 40, "too many options: " + packet.options().length + " bytes");
        byte[] unchecked = header(packet, options, 0);
        byte[] header = header(packet, options, new InternetChecksum().of(unchecked));
        return new Output().bytes(header).bytes(packet.payload()).done();
    }

    private static byte[] header(Ipv4Packet packet, byte[] options, int checksum) {
        int header = 20 + options.length;
        Fragmentation fragmentation = packet.fragmentation();
        int flags = (fragmentation.dontFragment() ? 2 : 0) + (fragmentation.moreFragments() ? 1 : 0);
        Input.check(
                fragmentation.offset() % 8 == 0 && fragmentation.offset() >= 0 && fragmentation.offset() <= 65_528,
                "fragment offset " + fragmentation.offset());
        return new Output()
                .number("first byte", 0x40 | header / 4, 1)
                .number("traffic class", packet.trafficClass(), 1)
                .number("total length", header + packet.payload().length, 2)
                .number("identification", packet.identification(), 2)
                .number("fragmentation", flags << 13 | fragmentation.offset() >> 3, 2)
                .number("time to live", packet.timeToLive(), 1)
                .number("protocol", packet.protocol(), 1)
                .number("checksum", checksum, 2)
                .bytes("source", packet.source(), 4)
                .bytes("destination", packet.destination(), 4)
                .bytes(options)
                .done();
    }

    @Override
    public boolean isIntact(byte[] bytes) {
        Ipv4Packet packet = parse(bytes);
        byte[] header = Arrays.copyOf(bytes, 20 + packet.options().length);
        return new InternetChecksum().of(header) == 0;
    }
}
