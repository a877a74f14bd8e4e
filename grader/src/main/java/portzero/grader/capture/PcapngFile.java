package portzero.grader.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * The blocks of a capture file, by the Internet draft “PCAP Next Generation (pcapng) Capture File Format”
 * (draft-ietf-opsawg-pcapng): one section with one interface, whose packets begin with the IP header.
 */
final class PcapngFile {

    private static final int SECTION_HEADER = 0x0a0d0d0a;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int ENHANCED_PACKET = 6;

    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    private static final int LINKTYPE_RAW = 101;
    private static final int MAX_LENGTH = 262_144; // bytes; more than any packet of IP has

    private static final int COMMENT = 1;
    private static final int END_OF_OPTIONS = 0;
    private static final int SECTION_APPLICATION = 4;
    private static final int INTERFACE_NAME = 2;
    private static final int INTERFACE_DESCRIPTION_TEXT = 3;
    private static final int INTERFACE_RESOLUTION = 9;
    private static final int PACKET_FLAGS = 2;
    private static final int INBOUND = 1;
    private static final int OUTBOUND = 2;
    private static final int NANOSECONDS = 9; // 10 to the power of −9 seconds

    /** An option's length has 16 bits; nobody reads more than this. */
    private static final int MAX_TEXT = 16_000;

    private final ByteArrayOutputStream blocks = new ByteArrayOutputStream();
    private final long start;

    /**
     * An empty file.
     *
     * @param start when the capture began, in nanoseconds since 1970
     */
    PcapngFile(long start, String comment) {
        this.start = start;
        var header = ByteBuffer.allocate(16)
                .putInt(BYTE_ORDER_MAGIC)
                .putShort((short) 1)
                .putShort((short) 0);
        header.putLong(-1); // the section's length is not said: it is all of the file
        block(SECTION_HEADER, header.array(), options(text(COMMENT, comment), text(SECTION_APPLICATION, "Portzero")));
        var description = ByteBuffer.allocate(8)
                .putShort((short) LINKTYPE_RAW)
                .putShort((short) 0)
                .putInt(MAX_LENGTH);
        block(
                INTERFACE_DESCRIPTION,
                description.array(),
                options(
                        text(INTERFACE_NAME, "tests"),
                        text(INTERFACE_DESCRIPTION_TEXT, "the sockets of the tests, seen from their side"),
                        option(INTERFACE_RESOLUTION, new byte[] {NANOSECONDS})));
    }

    void add(CapturedPacket packet) {
        var captured = packet.captured();
        var time = start + packet.time();
        var body = ByteBuffer.allocate(20 + padded(captured.length));
        body.putInt(0).putInt((int) (time >>> Integer.SIZE)).putInt((int) time);
        body.putInt(captured.length).putInt(packet.length()).put(captured);
        var direction = ByteBuffer.allocate(4).putInt(packet.isOutbound() ? OUTBOUND : INBOUND);
        var all = new ByteArrayOutputStream();
        packet.comments().forEach(comment -> all.writeBytes(text(COMMENT, comment)));
        block(ENHANCED_PACKET, body.array(), options(all.toByteArray(), option(PACKET_FLAGS, direction.array())));
    }

    byte[] bytes() {
        return blocks.toByteArray();
    }

    private void block(int type, byte[] body, byte[] options) {
        var length = 12 + body.length + options.length;
        var block = ByteBuffer.allocate(length);
        block.putInt(type).putInt(length).put(body).put(options).putInt(length);
        blocks.writeBytes(block.array());
    }

    private static byte[] options(byte[]... all) {
        var options = new ByteArrayOutputStream();
        for (var option : all) {
            options.writeBytes(option);
        }
        options.writeBytes(option(END_OF_OPTIONS, new byte[0]));
        return options.toByteArray();
    }

    private static byte[] text(int code, String text) {
        return option(code, cut(text).getBytes(UTF_8));
    }

    /** No more than so many characters, of up to four bytes each, and no half of one. */
    private static String cut(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
        return text.substring(0, end) + "…";
    }

    private static byte[] option(int code, byte[] value) {
        var option = ByteBuffer.allocate(4 + padded(value.length));
        option.putShort((short) code).putShort((short) value.length).put(value);
        return option.array();
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }
}
