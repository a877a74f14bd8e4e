package portzero.headers;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import portzero.testkit.net.TestNetwork;

/** Packets with random fields, among which are always some whose highest bit is set. */
final class RandomPackets {

    private static final int MOST_RANDOM = 40; // bytes

    private final TestNetwork network;
    private final Random random;

    RandomPackets(TestNetwork network) {
        this.network = network;
        random = network.random();
    }

    /** A random number of so many bits. */
    int bits(int width) {
        return random.nextInt(1 << width);
    }

    /** A random number of so many bits, the highest of which is set. */
    int high(int width) {
        return (1 << (width - 1)) | bits(width - 1);
    }

    private long high32() {
        return (1L << 31) | (random.nextInt() & 0x7fff_ffffL);
    }

    /** An address of four bytes or of sixteen. */
    byte[] address(int length) {
        byte[] address = network.bytes(length);
        address[0] = (byte) high(8);
        return address;
    }

    Ipv4Packet ipv4(int options, int payload) {
        return new Ipv4Packet(
                high(8),
                high(16),
                new Fragmentation(false, false, 0),
                high(8),
                high(8),
                address(4),
                address(4),
                network.bytes(options),
                network.bytes(payload));
    }

    /**
     * Random bytes if they are few, otherwise zeros with some random bytes at their end: the sum of very many random ones carries
     * twice now and then, and a program that cannot do that would fail by chance.
     */
    byte[] payload(int length) {
        byte[] payload = new byte[length];
        byte[] end = network.bytes(Math.min(length, MOST_RANDOM));
        System.arraycopy(end, 0, payload, length - end.length, end.length);
        return payload;
    }

    UdpDatagram udp(int payload) {
        return new UdpDatagram(high(16), high(16), payload(payload));
    }

    TcpSegment tcp(int payload, TcpOption... options) {
        return new TcpSegment(
                high(16),
                high(16),
                high32(),
                high32(),
                flags(bits(8)),
                high(16),
                high(16),
                List.of(options),
                payload(payload));
    }

    /** The flags whose bits are set. */
    static List<TcpFlag> flags(int bits) {
        TcpFlag[] all = TcpFlag.values();
        return IntStream.range(0, all.length)
                .filter(i -> (bits >> i & 1) == 1)
                .mapToObj(i -> all[i])
                .toList();
    }

    Ipv6Packet ipv6(int protocol, int payload, ExtensionHeader... extensions) {
        return new Ipv6Packet(
                high(8),
                high(20),
                high(8),
                address(16),
                address(16),
                List.of(extensions),
                protocol,
                network.bytes(payload));
    }
}
