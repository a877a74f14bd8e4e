package portzero.headers;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the fields as they come, from a stream. */
public class TcpCodec implements Tcp {

    @Override
    public TcpSegment parse(byte[] bytes) {
        return Input.read(bytes, in -> {
            int sourcePort = in.readUnsignedShort();
            int destinationPort = in.readUnsignedShort();
            long sequence = Integer.toUnsignedLong(in.readInt());
            long acknowledgment = Integer.toUnsignedLong(in.readInt());
            int offsetAndFlags = in.readUnsignedShort();
            int window = in.readUnsignedShort();
            in.readUnsignedShort();
            int urgentPointer = in.readUnsignedShort();
            int options = (offsetAndFlags >> 12) * 4 - 20;
            Input.check(options >= 0, "a data offset of " + (options + 20) + " bytes");
            return new TcpSegment(
                    sourcePort,
                    destinationPort,
                    sequence,
                    acknowledgment,
                    flags(offsetAndFlags),
                    window,
                    urgentPointer,
                    Input.read(Input.exactly(in, options), TcpCodec::options),
                    in.readAllBytes());
        });
    }

    private static List<TcpFlag> flags(int bits) {
        Set<TcpFlag> flags = EnumSet.allOf(TcpFlag.class);
        flags.removeIf(flag -> (bits & 1 << flag.ordinal()) == 0);
        return List.copyOf(new ArrayList<>(flags));
    }

    private static List<TcpOption> options(DataInputStream in) throws IOException {
        List<TcpOption> options = new ArrayList<>();
        for (int kind = in.read(); kind > 0; kind = in.read()) { // −1 is the end as well
            int length = kind == 1 ? 2 : in.readUnsignedByte();
            Input.check(length >= 2, "option " + kind + " of length " + length);
            options.add(new TcpOption(kind, Input.exactly(in, length - 2)));
        }
        return options;
    }

    @Override
    public byte[] build(TcpSegment segment, byte[] source, byte[] destination) {
        int sum = new InternetChecksum().ofTransport(source, destination, 6, write(segment, 0));
        return write(segment, sum);
    }

    private static byte[] write(TcpSegment segment, int checksum) {
        Output options = new Output();
        for (TcpOption option : segment.options()) {
            Input.check(option.kind() != 0, "an option of kind 0");
            options.number("kind of an option", option.kind(), 1);
            if (option.kind() == 1) {
                options.bytes("option 1", option.data(), 0);
            } else {
                options.number("length of an option", option.data().length + 2, 1)
                        .bytes(option.data());
            }
        }
        Input.check(options.size() <= 40, "options of " + options.size() + " bytes");
        options.fillUp();
        int bits = segment.flags().stream()
                .distinct()
                .mapToInt(flag -> 1 << flag.ordinal())
                .sum();
        byte[] bytes = new Output()
                .number("source port", segment.sourcePort(), 2)
                .number("destination port", segment.destinationPort(), 2)
                .number("sequence number", segment.sequence(), 4)
                .number("acknowledgment number", segment.acknowledgment(), 4)
                .number("data offset", (20 + options.size()) << 2, 1)
                .number("flags", bits, 1)
                .number("window", segment.window(), 2)
                .number("checksum", checksum, 2)
                .number("urgent pointer", segment.urgentPointer(), 2)
                .bytes(options.done())
                .bytes(segment.payload())
                .done();
        Input.check(bytes.length <= 0xffff, "a segment of " + bytes.length + " bytes");
        return bytes;
    }

    @Override
    public boolean isIntact(byte[] bytes, byte[] source, byte[] destination) {
        Input.check(bytes.length >= 20, "a header of " + bytes.length + " bytes");
        return new InternetChecksum().ofTransport(source, destination, 6, bytes) == 0;
    }
}
