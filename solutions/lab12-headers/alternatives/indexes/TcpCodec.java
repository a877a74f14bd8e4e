package portzero.headers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Knows at which byte each field is. */
public class TcpCodec implements Tcp {

    @Override
    public TcpSegment parse(byte[] b) {
        if (b.length < 20) {
            throw new IllegalArgumentException("a TCP header does not fit into " + b.length + " bytes");
        }
        int data = (b[12] & 0xf0) >> 2;
        if (data < 20 || data > b.length) {
            throw new IllegalArgumentException("data at byte " + data + ", but there are " + b.length);
        }
        return new TcpSegment(
                (int) number(b, 0, 2),
                (int) number(b, 2, 2),
                number(b, 4, 4),
                number(b, 8, 4),
                flags(b[13]),
                (int) number(b, 14, 2),
                (int) number(b, 18, 2),
                options(b, data),
                Arrays.copyOfRange(b, data, b.length));
    }

    private static long number(byte[] b, int at, int length) {
        long number = 0;
        for (int i = at; i < at + length; i++) {
            number = number * 256 + (b[i] & 0xff);
        }
        return number;
    }

    private static List<TcpFlag> flags(byte bits) {
        List<TcpFlag> flags = new ArrayList<>();
        int bit = 1;
        for (TcpFlag flag : TcpFlag.values()) {
            if ((bits & bit) != 0) {
                flags.add(flag);
            }
            bit *= 2;
        }
        return flags;
    }

    private static List<TcpOption> options(byte[] b, int end) {
        List<TcpOption> options = new ArrayList<>();
        int at = 20;
        while (at < end && b[at] != 0) {
            if (b[at] == 1) {
                options.add(new TcpOption(1, new byte[0]));
                at++;
                continue;
            }
            int length = at + 1 < end ? b[at + 1] & 0xff : 0;
            if (length < 2 || at + length > end) {
                throw new IllegalArgumentException(
                        "option " + (b[at] & 0xff) + " at byte " + at + " has no sound length");
            }
            options.add(new TcpOption(b[at] & 0xff, Arrays.copyOfRange(b, at + 2, at + length)));
            at += length;
        }
        return options;
    }

    @Override
    public byte[] build(TcpSegment segment, byte[] source, byte[] destination) {
        byte[] options = new byte[0];
        for (TcpOption option : segment.options()) {
            options = append(options, bytes(option));
        }
        if (options.length > 40) {
            throw new IllegalArgumentException("options of " + options.length + " bytes are too long");
        }
        byte[] header = append(new byte[20], options);
        header = Arrays.copyOf(header, header.length + (4 - header.length % 4) % 4);
        put(header, 0, 2, segment.sourcePort());
        put(header, 2, 2, segment.destinationPort());
        put(header, 4, 4, segment.sequence());
        put(header, 8, 4, segment.acknowledgment());
        put(header, 12, 1, header.length * 4);
        int bits = 0;
        for (TcpFlag flag : segment.flags()) {
            bits |= switch (flag) {
                case FIN -> 1;
                case SYN -> 2;
                case RST -> 4;
                case PSH -> 8;
                case ACK -> 16;
                case URG -> 32;
                case ECE -> 64;
                case CWR -> 128;
            };
        }
        put(header, 13, 1, bits);
        put(header, 14, 2, segment.window());
        put(header, 18, 2, segment.urgentPointer());
        byte[] whole = append(header, segment.payload());
        if (whole.length > 65_535) {
            throw new IllegalArgumentException("a segment of " + whole.length + " bytes is too long");
        }
        put(whole, 16, 2, new InternetChecksum().ofTransport(source, destination, 6, whole));
        return whole;
    }

    private static byte[] bytes(TcpOption option) {
        int kind = option.kind();
        int data = option.data().length;
        if (kind < 1 || kind > 255 || kind == 1 && data > 0 || data > 253) {
            throw new IllegalArgumentException("no option has kind " + kind + " and " + data + " bytes of data");
        }
        if (kind == 1) {
            return new byte[] {1};
        }
        return append(new byte[] {(byte) kind, (byte) (data + 2)}, option.data());
    }

    private static byte[] append(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static void put(byte[] b, int at, int length, long number) {
        if (number < 0 || number >= 1L << 8 * length) {
            throw new IllegalArgumentException(number + " does not fit into " + length + " bytes");
        }
        for (int i = 0; i < length; i++) {
            b[at + i] = (byte) (number >> 8 * (length - 1 - i));
        }
    }

    @Override
    public boolean isIntact(byte[] bytes, byte[] source, byte[] destination) {
        if (bytes.length < 20) {
            throw new IllegalArgumentException("a TCP header does not fit into " + bytes.length + " bytes");
        }
        return new InternetChecksum().ofTransport(source, destination, 6, bytes) == 0;
    }
}
