package portzero.headers;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import portzero.testkit.net.TestNetwork;

/** Writes the packets of a connection, and some that only look as if they belonged to it. Numbers are given from 0. */
final class ConnectionWriter {

    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final Fragmentation WHOLE = new Fragmentation(true, false, 0);

    private final TestNetwork network;
    private final byte[] client;
    private final byte[] server;
    private final int clientPort;
    private final int serverPort;
    private long clientBegins;
    private long serverBegins;

    /** A connection between random endpoints, whose addresses are of 4 bytes or of 16. */
    ConnectionWriter(TestNetwork network, int addressLength) {
        this.network = network;
        RandomPackets random = new RandomPackets(network);
        client = random.address(addressLength);
        server = random.address(addressLength);
        client[1] = 1;
        server[1] = 2;
        clientPort = random.high(15);
        serverPort = clientPort + 100;
        clientBegins = random.bits(30);
        serverBegins = random.bits(30) + (1L << 31);
    }

    ConnectionWriter beginningAt(long clientNumber, long serverNumber) {
        clientBegins = clientNumber;
        serverBegins = serverNumber;
        return this;
    }

    byte[] fromClient(long sequence, long acknowledgment, int length, TcpFlag... flags) {
        return packet(client, server, clientSegment(clientPort, serverPort, sequence, acknowledgment, length, flags));
    }

    byte[] fromServer(long sequence, long acknowledgment, int length, TcpFlag... flags) {
        TcpSegment segment =
                segment(serverPort, clientPort, serverBegins + sequence, clientBegins + acknowledgment, length, flags);
        return packet(server, client, segment);
    }

    /** The client's ports, from another address. */
    byte[] fromStranger(long sequence, long acknowledgment, int length, TcpFlag... flags) {
        byte[] stranger = client.clone();
        stranger[stranger.length - 1] ^= 1;
        return packet(stranger, server, clientSegment(clientPort, serverPort, sequence, acknowledgment, length, flags));
    }

    byte[] fromOtherPort(long sequence, long acknowledgment, int length, TcpFlag... flags) {
        return packet(
                client, server, clientSegment(clientPort + 1, serverPort, sequence, acknowledgment, length, flags));
    }

    byte[] toOtherPort(long sequence, long acknowledgment, int length, TcpFlag... flags) {
        return packet(
                client, server, clientSegment(clientPort, serverPort + 1, sequence, acknowledgment, length, flags));
    }

    /** A segment's bytes under the number of another protocol. */
    byte[] asUdp(long sequence, long acknowledgment, int length, TcpFlag... flags) {
        TcpSegment segment = clientSegment(clientPort, serverPort, sequence, acknowledgment, length, flags);
        return ipv4(UDP, WHOLE, PacketWriter.tcp(segment, client, server));
    }

    /** A fragment whose payload looks like a segment. */
    byte[] asFragment(boolean more, int offset, int length) {
        TcpSegment segment = clientSegment(clientPort, serverPort, 1, 1, length, TcpFlag.RST);
        return ipv4(TCP, new Fragmentation(false, more, offset), PacketWriter.tcp(segment, client, server));
    }

    /** Packets that are cut short, or say what cannot be. */
    List<byte[]> unsound(TcpFlag... flags) {
        byte[] sound = fromClient(1, 1, 8, flags);
        List<byte[]> packets = new ArrayList<>();
        packets.add(new byte[0]);
        packets.add(Arrays.copyOf(sound, 1));
        packets.add(Arrays.copyOf(sound, 19));
        packets.add(Arrays.copyOf(sound, 47));
        packets.add(changed(sound, 0, 0x55)); // version 5
        packets.add(changed(sound, 0, 0x65)); // version 6, and no address of its
        packets.add(changed(sound, 32, 0x40)); // a data offset of 16 bytes
        packets.add(changed(sound, 32, 0xf0)); // one of 60
        byte[] short19 = Arrays.copyOfRange(sound, 20, 39);
        packets.add(ipv4(TCP, WHOLE, short19));
        return packets;
    }

    private static byte[] changed(byte[] packet, int at, int to) {
        return ByteBuffer.wrap(packet.clone()).put(at, (byte) to).array();
    }

    /** A packet of IPv6 with an extension header before the segment. */
    byte[] behind(ExtensionHeader extension, long sequence, long acknowledgment, int length, TcpFlag... flags) {
        TcpSegment segment = clientSegment(clientPort, serverPort, sequence, acknowledgment, length, flags);
        byte[] payload = PacketWriter.tcp(segment, client, server);
        return PacketWriter.ipv6(new Ipv6Packet(0, 0, 64, client, server, List.of(extension), TCP, payload));
    }

    private byte[] packet(byte[] source, byte[] destination, TcpSegment segment) {
        byte[] payload = PacketWriter.tcp(segment, source, destination);
        return source.length == 4
                ? PacketWriter.ipv4(new Ipv4Packet(0, 7, WHOLE, 64, TCP, source, destination, new byte[0], payload))
                : PacketWriter.ipv6(new Ipv6Packet(0, 0, 64, source, destination, List.of(), TCP, payload));
    }

    private byte[] ipv4(int protocol, Fragmentation fragmentation, byte[] payload) {
        return PacketWriter.ipv4(
                new Ipv4Packet(0, 7, fragmentation, 64, protocol, client, server, new byte[0], payload));
    }

    private TcpSegment clientSegment(
            int from, int to, long sequence, long acknowledgment, int length, TcpFlag... flags) {
        return segment(from, to, clientBegins + sequence, serverBegins + acknowledgment, length, flags);
    }

    private TcpSegment segment(int from, int to, long sequence, long acknowledgment, int length, TcpFlag... flags) {
        long mask = 0xffff_ffffL;
        return new TcpSegment(
                from,
                to,
                sequence & mask,
                acknowledgment & mask,
                List.of(flags),
                1000,
                0,
                List.of(),
                network.bytes(length));
    }
}
