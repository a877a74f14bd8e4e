package portzero.headers;

import static portzero.headers.HeaderBytes.MAX_16_BITS;
import static portzero.headers.HeaderBytes.MAX_32_BITS;
import static portzero.headers.HeaderBytes.MAX_8_BITS;
import static portzero.headers.HeaderBytes.require;
import static portzero.headers.HeaderBytes.requireBytes;
import static portzero.headers.HeaderBytes.requireRange;
import static portzero.headers.HeaderBytes.rest;
import static portzero.headers.HeaderBytes.take;
import static portzero.headers.HeaderBytes.unsignedByte;
import static portzero.headers.HeaderBytes.unsignedInt;
import static portzero.headers.HeaderBytes.unsignedShort;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads and writes the fields of RFC 9293, section 3.1, in their order. */
public class TcpCodec implements Tcp {

    private static final int PROTOCOL = 6;
    private static final int FIXED_HEADER = 20;
    private static final int OFFSET_AT = 12;
    private static final int CHECKSUM_AT = 16;
    private static final int MAX_OPTIONS = 40; // a header of 15 words, less the fixed one
    private static final int END_OF_LIST = 0;
    private static final int NO_OPERATION = 1;
    private static final int KIND_AND_LENGTH = 2;

    private final Checksum checksum = new InternetChecksum();

    @Override
    public TcpSegment parse(byte[] bytes) {
        requireBytes(bytes, FIXED_HEADER, "A TCP header");
        int headerLength = Byte.toUnsignedInt(bytes[OFFSET_AT]) / 16 * 4; // the upper four bits, counted in words
        require(headerLength >= FIXED_HEADER, "data offset must be 20 bytes or more", headerLength);
        requireBytes(bytes, headerLength, "A TCP header of this data offset");

        ByteBuffer segment = ByteBuffer.wrap(bytes);
        int sourcePort = unsignedShort(segment);
        int destinationPort = unsignedShort(segment);
        long sequence = unsignedInt(segment);
        long acknowledgment = unsignedInt(segment);
        segment.get(); // the data offset
        List<TcpFlag> flags = flags(unsignedByte(segment));
        int window = unsignedShort(segment);
        segment.getShort(); // the checksum
        int urgentPointer = unsignedShort(segment);
        List<TcpOption> options = options(ByteBuffer.wrap(take(segment, headerLength - FIXED_HEADER)));
        return new TcpSegment(
                sourcePort,
                destinationPort,
                sequence,
                acknowledgment,
                flags,
                window,
                urgentPointer,
                options,
                rest(segment));
    }

    private static List<TcpFlag> flags(int bits) {
        return Stream.of(TcpFlag.values())
                .filter(flag -> (bits & bit(flag)) != 0)
                .toList();
    }

    @SuppressWarnings("EnumOrdinal") // the contract puts them in the order of their bits
    private static int bit(TcpFlag flag) {
        return 1 << flag.ordinal();
    }

    private static List<TcpOption> options(ByteBuffer bytes) {
        List<TcpOption> options = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int kind = unsignedByte(bytes);
            if (kind == END_OF_LIST) {
                break;
            }
            options.add(new TcpOption(kind, kind == NO_OPERATION ? new byte[0] : optionData(kind, bytes)));
        }
        return options;
    }

    private static byte[] optionData(int kind, ByteBuffer bytes) {
        require(bytes.hasRemaining(), "an option must have a length, unless its kind is 0 or 1,", kind);
        int length = unsignedByte(bytes);
        int highest = bytes.remaining() + KIND_AND_LENGTH;
        require(
                length >= KIND_AND_LENGTH && length <= highest,
                "length of option " + kind + " must be 2–" + highest + " here",
                length);
        return take(bytes, length - KIND_AND_LENGTH);
    }

    @Override
    public byte[] build(TcpSegment segment, byte[] source, byte[] destination) {
        requireRange("source port", segment.sourcePort(), MAX_16_BITS);
        requireRange("destination port", segment.destinationPort(), MAX_16_BITS);
        requireRange("sequence number", segment.sequence(), MAX_32_BITS);
        requireRange("acknowledgment number", segment.acknowledgment(), MAX_32_BITS);
        requireRange("window", segment.window(), MAX_16_BITS);
        requireRange("urgent pointer", segment.urgentPointer(), MAX_16_BITS);
        int optionsLength =
                segment.options().stream().mapToInt(TcpCodec::length).sum();
        requireRange("length of the options", optionsLength, MAX_OPTIONS);
        int headerLength = FIXED_HEADER + (optionsLength + 3) / 4 * 4;
        int length = headerLength + segment.payload().length;
        requireRange("length of the segment", length, MAX_16_BITS);

        ByteBuffer bytes = ByteBuffer.allocate(length)
                .putShort((short) segment.sourcePort())
                .putShort((short) segment.destinationPort())
                .putInt((int) segment.sequence())
                .putInt((int) segment.acknowledgment())
                .put((byte) (headerLength << 2)) // words of 4 bytes, in the upper four bits
                .put((byte) bits(segment.flags()))
                .putShort((short) segment.window())
                .putShort((short) 0) // the checksum: 0 until all the rest is there
                .putShort((short) segment.urgentPointer());
        segment.options().forEach(option -> put(option, bytes));
        bytes.position(headerLength).put(segment.payload());
        int sum = checksum.ofTransport(source, destination, PROTOCOL, bytes.array());
        return bytes.putShort(CHECKSUM_AT, (short) (sum == 0 ? MAX_16_BITS : sum))
                .array();
    }

    private static int bits(List<TcpFlag> flags) {
        return flags.stream().mapToInt(TcpCodec::bit).reduce(0, (one, other) -> one | other);
    }

    /** How many bytes an option takes up. */
    private static int length(TcpOption option) {
        require(option.kind() > END_OF_LIST, "kind of an option must be 1 or more", option.kind());
        requireRange("kind of an option", option.kind(), MAX_8_BITS);
        if (option.kind() != NO_OPERATION) {
            return KIND_AND_LENGTH + option.data().length;
        }
        require(option.data().length == 0, "option 1 must have no data", option.data().length);
        return 1;
    }

    private static void put(TcpOption option, ByteBuffer bytes) {
        bytes.put((byte) option.kind());
        if (option.kind() != NO_OPERATION) {
            bytes.put((byte) length(option)).put(option.data());
        }
    }

    @Override
    public boolean isIntact(byte[] bytes, byte[] source, byte[] destination) {
        requireBytes(bytes, FIXED_HEADER, "A TCP header");
        return checksum.ofTransport(source, destination, PROTOCOL, bytes) == 0;
    }
}
