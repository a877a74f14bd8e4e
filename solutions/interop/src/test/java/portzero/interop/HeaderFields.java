package portzero.interop;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import portzero.headers.ExtensionHeader;
import portzero.headers.Fragmentation;
import portzero.headers.Ipv4Codec;
import portzero.headers.Ipv4Packet;
import portzero.headers.Ipv6Codec;
import portzero.headers.Ipv6Packet;
import portzero.headers.TcpCodec;
import portzero.headers.TcpFlag;
import portzero.headers.TcpOption;
import portzero.headers.TcpSegment;
import portzero.headers.UdpCodec;
import portzero.headers.UdpDatagram;

/** What the reference solution reads in a packet, under the names and in the words of tshark. */
final class HeaderFields {

    /** The fields that are compared. */
    static final List<String> NAMES = List.of(
            "ip.dsfield",
            "ip.id",
            "ip.flags.df",
            "ip.flags.mf",
            "ip.frag_offset",
            "ip.ttl",
            "ip.proto",
            "ip.src",
            "ip.dst",
            "ip.hdr_len",
            "ip.len",
            "ip.checksum.status",
            "ipv6.tclass",
            "ipv6.flow",
            "ipv6.hlim",
            "ipv6.nxt",
            "ipv6.src",
            "ipv6.dst",
            "ipv6.plen",
            "ipv6.hopopts.nxt",
            "ipv6.dstopts.nxt",
            "ipv6.fraghdr.nxt",
            "ipv6.fraghdr.offset",
            "tcp.srcport",
            "tcp.dstport",
            "tcp.seq_raw",
            "tcp.ack_raw",
            "tcp.hdr_len",
            "tcp.flags",
            "tcp.window_size_value",
            "tcp.urgent_pointer",
            "tcp.option_kind",
            "tcp.len",
            "tcp.payload",
            "tcp.checksum.status",
            "udp.srcport",
            "udp.dstport",
            "udp.length",
            "udp.payload",
            "udp.checksum.status");

    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final String GOOD = "1";
    private static final String BAD = "0";
    private static final String NOT_PRESENT = "3";

    private final Map<String, String> fields = new TreeMap<>();

    private HeaderFields() {}

    static Map<String, String> of(byte[] packet) throws UnknownHostException {
        HeaderFields all = new HeaderFields();
        if (packet[0] >> 4 == 6) {
            all.ipv6(packet);
        } else {
            all.ipv4(packet);
        }
        return all.fields;
    }

    private void put(String name, long value) {
        fields.put(name, Long.toString(value));
    }

    private void putHex(String name, int value, int digits) {
        fields.put(name, String.format(Locale.ROOT, "0x%0" + digits + "x", value));
    }

    private void putBytes(String name, byte[] bytes) {
        if (bytes.length > 0) {
            fields.put(name, HexFormat.of().formatHex(bytes));
        }
    }

    private void ipv4(byte[] bytes) throws UnknownHostException {
        Ipv4Packet packet = new Ipv4Codec().parse(bytes);
        Fragmentation fragmentation = packet.fragmentation();
        int header = 20 + packet.options().length;
        putHex("ip.dsfield", packet.trafficClass(), 2);
        putHex("ip.id", packet.identification(), 4);
        put("ip.flags.df", fragmentation.dontFragment() ? 1 : 0);
        put("ip.flags.mf", fragmentation.moreFragments() ? 1 : 0);
        put("ip.frag_offset", fragmentation.offset() / 8); // tshark tells it as it stands in the header
        put("ip.ttl", packet.timeToLive());
        put("ip.proto", packet.protocol());
        fields.put("ip.src", text(packet.source()));
        fields.put("ip.dst", text(packet.destination()));
        put("ip.hdr_len", header);
        put("ip.len", header + packet.payload().length);
        fields.put("ip.checksum.status", new Ipv4Codec().isIntact(bytes) ? GOOD : BAD);
        if (!fragmentation.moreFragments() && fragmentation.offset() == 0) {
            transport(packet.protocol(), packet.payload(), packet.source(), packet.destination());
        }
    }

    private static String text(byte[] address) throws UnknownHostException {
        String text = InetAddress.getByAddress(address).getHostAddress();
        return text.replaceFirst("(:0)+:", "::"); // of the addresses in the captures that is the longest run
    }

    private void ipv6(byte[] bytes) throws UnknownHostException {
        Ipv6Packet packet = new Ipv6Codec().parse(bytes);
        putHex("ipv6.tclass", packet.trafficClass(), 8);
        putHex("ipv6.flow", packet.flowLabel(), 6);
        put("ipv6.hlim", packet.hopLimit());
        fields.put("ipv6.src", text(packet.source()));
        fields.put("ipv6.dst", text(packet.destination()));
        int length = packet.payload().length;
        List<ExtensionHeader> extensions = packet.extensions();
        put(
                "ipv6.nxt",
                extensions.isEmpty() ? packet.protocol() : extensions.get(0).type());
        boolean whole = true;
        for (int i = 0; i < extensions.size(); i++) {
            ExtensionHeader extension = extensions.get(i);
            int next = i + 1 < extensions.size() ? extensions.get(i + 1).type() : packet.protocol();
            put(name(extension) + ".nxt", next);
            length += 2 + extension.body().length;
            if (extension.type() == 44) {
                whole = false; // those in the captures are parts
                int units = (extension.body()[0] & 0xff) << 5 | (extension.body()[1] & 0xff) >> 3;
                put("ipv6.fraghdr.offset", units);
            }
        }
        put("ipv6.plen", length);
        if (whole) {
            transport(packet.protocol(), packet.payload(), packet.source(), packet.destination());
        }
    }

    private static String name(ExtensionHeader extension) {
        return switch (extension.type()) {
            case 0 -> "ipv6.hopopts";
            case 44 -> "ipv6.fraghdr";
            case 60 -> "ipv6.dstopts";
            default -> throw new IllegalStateException("no capture has type " + extension.type());
        };
    }

    private void transport(int protocol, byte[] bytes, byte[] source, byte[] destination) {
        if (protocol == TCP) {
            tcp(bytes, source, destination);
        } else if (protocol == UDP) {
            udp(bytes, source, destination);
        }
    }

    private void tcp(byte[] bytes, byte[] source, byte[] destination) {
        TcpSegment segment = new TcpCodec().parse(bytes);
        put("tcp.srcport", segment.sourcePort());
        put("tcp.dstport", segment.destinationPort());
        put("tcp.seq_raw", segment.sequence());
        put("tcp.ack_raw", segment.acknowledgment());
        put("tcp.hdr_len", bytes.length - segment.payload().length);
        putHex("tcp.flags", bits(segment.flags()), 4);
        put("tcp.window_size_value", segment.window());
        put("tcp.urgent_pointer", segment.urgentPointer());
        if (!segment.options().isEmpty()) {
            int end = 20
                    + segment.options().stream().mapToInt(HeaderFields::length).sum();
            boolean filledUp = end < bytes.length - segment.payload().length; // tshark tells the end of the list
            fields.put("tcp.option_kind", kinds(segment.options()) + (filledUp ? ",0" : ""));
        }
        put("tcp.len", segment.payload().length);
        putBytes("tcp.payload", segment.payload());
        fields.put("tcp.checksum.status", new TcpCodec().isIntact(bytes, source, destination) ? GOOD : BAD);
    }

    private static int bits(List<TcpFlag> flags) {
        return flags.stream()
                .mapToInt(flag -> 1 << List.of(TcpFlag.values()).indexOf(flag))
                .sum();
    }

    private static int length(TcpOption option) {
        return option.kind() == 1 ? 1 : 2 + option.data().length;
    }

    private static String kinds(List<TcpOption> options) {
        return options.stream().map(option -> Integer.toString(option.kind())).collect(Collectors.joining(","));
    }

    private void udp(byte[] bytes, byte[] source, byte[] destination) {
        UdpDatagram datagram = new UdpCodec().parse(bytes);
        put("udp.srcport", datagram.sourcePort());
        put("udp.dstport", datagram.destinationPort());
        put("udp.length", 8 + datagram.payload().length);
        putBytes("udp.payload", datagram.payload());
        boolean none = bytes[6] == 0 && bytes[7] == 0;
        boolean intact = new UdpCodec().isIntact(bytes, source, destination);
        fields.put("udp.checksum.status", none ? NOT_PRESENT : intact ? GOOD : BAD);
    }
}
