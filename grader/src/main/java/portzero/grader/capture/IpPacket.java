package portzero.grader.capture;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import portzero.testkit.wire.InternetChecksum;
import portzero.testkit.wire.Segment;

/** The bytes of IP packets, version 4 (RFC 791) and 6 (RFC 8200), with right checksums. */
final class IpPacket {

    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int TCP_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int DONT_FRAGMENT = 0x4000;
    private static final int HOPS = 64; // what Linux and macOS begin with

    private final InetSocketAddress from;
    private final InetSocketAddress to;
    private final int id;

    /** @param id tells the packets of one sender apart (IPv4 only) */
    IpPacket(InetSocketAddress from, InetSocketAddress to, int id) {
        this.from = from;
        this.to = to;
        this.id = id;
    }

    /**
     * A TCP segment.
     *
     * @param options a multiple of four bytes
     */
    byte[] tcp(TcpHeader header, byte[] options, Segment payload) {
        var length = TCP_HEADER + options.length;
        var segment = ByteBuffer.allocate(length + payload.kept().length);
        segment.putShort((short) from.getPort()).putShort((short) to.getPort());
        segment.putInt(header.sequence()).putInt(header.acknowledgement());
        segment.putShort((short) (length * 0x400 + header.flags()));
        segment.putShort((short) header.window());
        segment.putInt(0); // checksum and urgent pointer
        segment.put(options);
        return packet(TCP, segment.array(), 16, length, payload);
    }

    /** A UDP datagram. */
    byte[] udp(Segment payload) {
        var datagram = ByteBuffer.allocate(UDP_HEADER + payload.kept().length);
        datagram.putShort((short) from.getPort()).putShort((short) to.getPort());
        datagram.putShort((short) (UDP_HEADER + payload.length())).putShort((short) 0);
        return packet(UDP, datagram.array(), 6, UDP_HEADER, payload);
    }

    /** How many bytes the whole packet has, if all of its payload counts. */
    static int length(byte[] captured, Segment payload) {
        return captured.length - payload.kept().length + payload.length();
    }

    private byte[] packet(int protocol, byte[] content, int checksumAt, int header, Segment payload) {
        var transport = ByteBuffer.wrap(content);
        var length = header + payload.length();
        var sum = (long) pseudoHeader(protocol, length)
                + InternetChecksum.sum(transport.duplicate().position(0).limit(header))
                + payload.sum();
        var checksum = InternetChecksum.of(sum);
        // In UDP, 0 would mean that there is none (RFC 768); in ones' complement both are zero.
        transport.putShort(checksumAt, (short) (checksum == 0 && protocol == UDP ? 0xffff : checksum));
        transport.position(header).put(payload.kept());
        return isIpv6() ? ipv6(protocol, length, content) : ipv4(protocol, length, content);
    }

    private boolean isIpv6() {
        return address(from).length > 4;
    }

    private int pseudoHeader(int protocol, int length) {
        var source = address(from);
        var destination = address(to);
        var pseudo = ByteBuffer.allocate(source.length + destination.length + 8);
        pseudo.put(source).put(destination).putInt(length).putInt(protocol);
        return InternetChecksum.sum(pseudo.flip());
    }

    private byte[] ipv4(int protocol, int length, byte[] content) {
        var packet = ByteBuffer.allocate(IPV4_HEADER + content.length);
        packet.putShort((short) 0x4500).putShort((short) (IPV4_HEADER + length));
        packet.putShort((short) id).putShort((short) DONT_FRAGMENT);
        packet.put((byte) HOPS).put((byte) protocol).putShort((short) 0);
        packet.put(address(from)).put(address(to));
        var header = packet.duplicate().flip();
        packet.putShort(10, (short) InternetChecksum.of(InternetChecksum.sum(header)));
        return packet.put(content).array();
    }

    private byte[] ipv6(int protocol, int length, byte[] content) {
        var packet = ByteBuffer.allocate(IPV6_HEADER + content.length);
        packet.putInt(0x60000000).putShort((short) length);
        packet.put((byte) protocol).put((byte) HOPS);
        return packet.put(address(from)).put(address(to)).put(content).array();
    }

    private static byte[] address(InetSocketAddress endpoint) {
        InetAddress address = endpoint.getAddress();
        return address.getAddress();
    }
}
