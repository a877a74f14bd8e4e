package portzero.headers;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;

/** Writes headers as the tests expect them, field by field, in another way than a student would. */
final class PacketWriter {

    private static final BigInteger ALL_ONES = BigInteger.valueOf(0xffff);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int bits;
    private int pending;

    /** A number of so many bits; fields need not begin at a byte. */
    private PacketWriter put(long value, int width) {
        for (int i = width - 1; i >= 0; i--) {
            pending = pending << 1 | (int) (value >>> i & 1);
            if (++bits % 8 == 0) {
                out.write(pending);
                pending = 0;
            }
        }
        return this;
    }

    private PacketWriter put(boolean flag) {
        return put(flag ? 1 : 0, 1);
    }

    private PacketWriter put(byte[] bytes) {
        for (byte each : bytes) {
            put(each, 8);
        }
        return this;
    }

    private byte[] bytes() {
        return out.toByteArray();
    }

    /** The checksum by long division: folding carries back is counting modulo 65,535. */
    static int checksum(byte[]... parts) {
        PacketWriter all = new PacketWriter();
        for (byte[] part : parts) {
            all.put(part);
        }
        if (all.bits % 16 != 0) {
            all.put(0, 8);
        }
        BigInteger number = new BigInteger(1, all.bytes());
        if (number.signum() == 0) {
            return 0xffff; // a sum of 0 stays 0; every other multiple of 65,535 folds to 65,535
        }
        int rest = number.mod(ALL_ONES).intValue();
        return rest == 0 ? 0 : 0xffff - rest;
    }

    static byte[] pseudoHeader(byte[] source, byte[] destination, int protocol, int length) {
        PacketWriter pseudo = new PacketWriter().put(source).put(destination);
        return source.length == 4
                ? pseudo.put(protocol, 16).put(length, 16).bytes()
                : pseudo.put(length, 32).put(protocol, 32).bytes();
    }

    static byte[] ipv4(Ipv4Packet packet) {
        byte[] options = padded(packet.options());
        byte[] header = ipv4Header(packet, options, 0);
        return join(ipv4Header(packet, options, checksum(header)), packet.payload());
    }

    private static byte[] ipv4Header(Ipv4Packet packet, byte[] options, int checksum) {
        Fragmentation fragmentation = packet.fragmentation();
        return new PacketWriter()
                .put(4, 4)
                .put(5 + options.length / 4, 4)
                .put(packet.trafficClass(), 8)
                .put(20 + options.length + packet.payload().length, 16)
                .put(packet.identification(), 16)
                .put(0, 1)
                .put(fragmentation.dontFragment())
                .put(fragmentation.moreFragments())
                .put(fragmentation.offset() / 8, 13)
                .put(packet.timeToLive(), 8)
                .put(packet.protocol(), 8)
                .put(checksum, 16)
                .put(packet.source())
                .put(packet.destination())
                .put(options)
                .bytes();
    }

    static byte[] ipv6(Ipv6Packet packet) {
        PacketWriter extensions = new PacketWriter();
        for (int i = 0; i < packet.extensions().size(); i++) {
            byte[] body = packet.extensions().get(i).body();
            extensions.put(next(packet, i + 1), 8).put(body.length / 8, 8).put(body);
        }
        byte[] payload = join(extensions.bytes(), packet.payload());
        return new PacketWriter()
                .put(6, 4)
                .put(packet.trafficClass(), 8)
                .put(packet.flowLabel(), 20)
                .put(payload.length, 16)
                .put(next(packet, 0), 8)
                .put(packet.hopLimit(), 8)
                .put(packet.source())
                .put(packet.destination())
                .put(payload)
                .bytes();
    }

    private static int next(Ipv6Packet packet, int number) {
        return number < packet.extensions().size()
                ? packet.extensions().get(number).type()
                : packet.protocol();
    }

    static byte[] udp(UdpDatagram datagram, byte[] source, byte[] destination) {
        byte[] unchecked = uncheckedUdp(datagram, 0);
        int sum = checksum(pseudoHeader(source, destination, 17, unchecked.length), unchecked);
        return uncheckedUdp(datagram, sum == 0 ? 0xffff : sum);
    }

    static byte[] uncheckedUdp(UdpDatagram datagram, int checksum) {
        return new PacketWriter()
                .put(datagram.sourcePort(), 16)
                .put(datagram.destinationPort(), 16)
                .put(8 + datagram.payload().length, 16)
                .put(checksum, 16)
                .put(datagram.payload())
                .bytes();
    }

    static byte[] tcp(TcpSegment segment, byte[] source, byte[] destination) {
        byte[] unchecked = uncheckedTcp(segment, options(segment), 0);
        int sum = checksum(pseudoHeader(source, destination, 6, unchecked.length), unchecked);
        return uncheckedTcp(segment, options(segment), sum);
    }

    /** A segment with these bytes for its options, whatever the record says. */
    static byte[] uncheckedTcp(TcpSegment segment, byte[] options, int checksum) {
        PacketWriter writer = new PacketWriter()
                .put(segment.sourcePort(), 16)
                .put(segment.destinationPort(), 16)
                .put(segment.sequence(), 32)
                .put(segment.acknowledgment(), 32)
                .put(5 + options.length / 4, 4)
                .put(0, 4);
        TcpFlag[] flags = TcpFlag.values();
        for (int i = flags.length - 1; i >= 0; i--) {
            writer.put(segment.flags().contains(flags[i]));
        }
        return writer.put(segment.window(), 16)
                .put(checksum, 16)
                .put(segment.urgentPointer(), 16)
                .put(options)
                .put(segment.payload())
                .bytes();
    }

    private static byte[] options(TcpSegment segment) {
        PacketWriter writer = new PacketWriter();
        for (TcpOption option : segment.options()) {
            writer.put(option.kind(), 8);
            if (option.kind() != 1) {
                writer.put(option.data().length + 2, 8).put(option.data());
            }
        }
        return padded(writer.bytes());
    }

    static byte[] padded(byte[] options) {
        return Arrays.copyOf(options, (options.length + 3) / 4 * 4);
    }

    static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
