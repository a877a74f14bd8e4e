package portzero.headers;

import static portzero.headers.HeaderBytes.MAX_16_BITS;
import static portzero.headers.HeaderBytes.MAX_8_BITS;
import static portzero.headers.HeaderBytes.require;
import static portzero.headers.HeaderBytes.requireBytes;
import static portzero.headers.HeaderBytes.requireRange;
import static portzero.headers.HeaderBytes.rest;
import static portzero.headers.HeaderBytes.take;
import static portzero.headers.HeaderBytes.unsignedByte;
import static portzero.headers.HeaderBytes.unsignedShort;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads and writes the fixed header of RFC 8200, section 3, and the chain of section 4 behind it. */
public class Ipv6Codec implements Ipv6 {

    private static final int VERSION = 6;
    private static final int FIXED_HEADER = 40;
    private static final int ADDRESS = 16;
    private static final int MAX_FLOW_LABEL = 0xf_ffff;
    private static final int FRAGMENT = 44;
    private static final Set<Integer> EXTENSIONS = Set.of(0, 43, FRAGMENT, 60);
    private static final int UNIT = 8; // of the lengths of extension headers
    private static final int NEXT_AND_LENGTH = 2;
    private static final int MAX_BODY = 256 * UNIT - NEXT_AND_LENGTH;

    @Override
    public Ipv6Packet parse(byte[] bytes) {
        requireBytes(bytes, FIXED_HEADER, "An IPv6 header");
        ByteBuffer packet = ByteBuffer.wrap(bytes);
        int first = packet.getInt();
        require(first >>> 28 == VERSION, "version must be 6", first >>> 28);
        int payloadLength = unsignedShort(packet);
        requireBytes(bytes, FIXED_HEADER + payloadLength, "An IPv6 packet of this payload length");
        packet.limit(FIXED_HEADER + payloadLength); // what follows the packet belongs to the link

        int next = unsignedByte(packet);
        int hopLimit = unsignedByte(packet);
        byte[] source = take(packet, ADDRESS);
        byte[] destination = take(packet, ADDRESS);
        List<ExtensionHeader> extensions = new ArrayList<>();
        boolean headersFollow = true;
        while (headersFollow && EXTENSIONS.contains(next)) {
            int type = next;
            require(packet.remaining() >= UNIT, "an extension header must have 8 bytes or more", packet.remaining());
            next = unsignedByte(packet);
            ExtensionHeader extension = new ExtensionHeader(type, body(type, packet));
            extensions.add(extension);
            headersFollow = !isLaterFragment(extension) && extensions.size() < 4;
        }
        return new Ipv6Packet(
                first >>> 20 & MAX_8_BITS,
                first & MAX_FLOW_LABEL,
                hopLimit,
                source,
                destination,
                extensions,
                next,
                rest(packet));
    }

    private static byte[] body(int type, ByteBuffer packet) {
        int length = unsignedByte(packet);
        int more = type == FRAGMENT ? 0 : length * UNIT; // of a fragment header this byte is reserved
        int body = UNIT - NEXT_AND_LENGTH + more;
        require(body <= packet.remaining(), "an extension header must end within its packet", body);
        return take(packet, body);
    }

    /** Whether what follows is the middle of a payload, and no header. */
    private static boolean isLaterFragment(ExtensionHeader extension) {
        return extension.type() == FRAGMENT && ByteBuffer.wrap(extension.body()).getShort() >>> 3 != 0;
    }

    @Override
    public byte[] build(Ipv6Packet packet) {
        requireRange("traffic class", packet.trafficClass(), MAX_8_BITS);
        requireRange("flow label", packet.flowLabel(), MAX_FLOW_LABEL);
        requireRange("hop limit", packet.hopLimit(), MAX_8_BITS);
        requireRange("protocol", packet.protocol(), MAX_8_BITS);
        require(packet.source().length == ADDRESS, "source must be of 16 bytes", packet.source().length);
        require(packet.destination().length == ADDRESS, "destination must be of 16 bytes", packet.destination().length);
        int payloadLength = packet.payload().length;
        for (ExtensionHeader extension : packet.extensions()) {
            check(extension);
            payloadLength += NEXT_AND_LENGTH + extension.body().length;
        }
        requireRange("length of extension headers and payload", payloadLength, MAX_16_BITS);

        ByteBuffer bytes = ByteBuffer.allocate(FIXED_HEADER + payloadLength)
                .putInt(VERSION << 28 | packet.trafficClass() << 20 | packet.flowLabel())
                .putShort((short) payloadLength)
                .put((byte) nextHeader(packet, 0))
                .put((byte) packet.hopLimit())
                .put(packet.source())
                .put(packet.destination());
        for (int i = 0; i < packet.extensions().size(); i++) {
            ExtensionHeader extension = packet.extensions().get(i);
            bytes.put((byte) nextHeader(packet, i + 1))
                    .put((byte) (extension.body().length / UNIT)) // 0 for a fragment header
                    .put(extension.body());
        }
        return bytes.put(packet.payload()).array();
    }

    private static void check(ExtensionHeader extension) {
        require(
                EXTENSIONS.contains(extension.type()),
                "type of an extension header must be 0, 43, 44 or 60",
                extension.type());
        int length = extension.body().length;
        require(
                (length + NEXT_AND_LENGTH) % UNIT == 0,
                "body of an extension header must be 6, 14, 22, … bytes",
                length);
        requireRange("length of its body", length, extension.type() == FRAGMENT ? UNIT - NEXT_AND_LENGTH : MAX_BODY);
    }

    /** What the header before the extension of this number says of it; behind the last one comes the payload. */
    private static int nextHeader(Ipv6Packet packet, int number) {
        return number < packet.extensions().size()
                ? packet.extensions().get(number).type()
                : packet.protocol();
    }
}
