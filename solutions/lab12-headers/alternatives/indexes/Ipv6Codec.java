package portzero.headers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Walks along the chain with an index, and builds it from its end. */
public class Ipv6Codec implements Ipv6 {

    @Override
    public Ipv6Packet parse(byte[] b) {
        if (b.length < 40) {
            throw new IllegalArgumentException("an IPv6 header does not fit into " + b.length + " bytes");
        }
        if ((b[0] & 0xf0) != 0x60) {
            throw new IllegalArgumentException("the version is " + ((b[0] & 0xf0) >> 4));
        }
        int end = 40 + (b[4] & 0xff) * 256 + (b[5] & 0xff);
        if (end > b.length) {
            throw new IllegalArgumentException("a packet of " + end + " bytes does not fit into " + b.length);
        }
        List<ExtensionHeader> extensions = new ArrayList<>();
        int next = b[6] & 0xff;
        int at = 40;
        while (next == 0 || next == 43 || next == 44 || next == 60) {
            int length = at + 2 > end ? 8 : next == 44 ? 8 : 8 + 8 * (b[at + 1] & 0xff);
            if (at + length > end) {
                throw new IllegalArgumentException("the extension header at byte " + at + " leads out of the packet");
            }
            extensions.add(new ExtensionHeader(next, Arrays.copyOfRange(b, at + 2, at + length)));
            boolean laterFragment = next == 44 && (b[at + 2] != 0 || (b[at + 3] & 0xf8) != 0);
            next = b[at] & 0xff;
            at += length;
            if (laterFragment) {
                break;
            }
        }
        return new Ipv6Packet(
                (b[0] & 15) << 4 | (b[1] & 0xf0) >> 4,
                (b[1] & 15) << 16 | (b[2] & 0xff) << 8 | b[3] & 0xff,
                b[7] & 0xff,
                Arrays.copyOfRange(b, 8, 24),
                Arrays.copyOfRange(b, 24, 40),
                extensions,
                next,
                Arrays.copyOfRange(b, at, end));
    }

    @Override
    public byte[] build(Ipv6Packet packet) {
        byte[] rest = packet.payload();
        int next = fits(packet.protocol(), 255);
        for (int i = packet.extensions().size() - 1; i >= 0; i--) {
            ExtensionHeader extension = packet.extensions().get(i);
            rest = before(rest, extension(extension, next));
            next = extension.type();
        }
        fits(rest.length, 65_535);
        int first = 6 << 28 | fits(packet.trafficClass(), 255) << 20 | fits(packet.flowLabel(), 0xf_ffff);
        byte[] fixed = {
            (byte) (first >> 24),
            (byte) (first >> 16),
            (byte) (first >> 8),
            (byte) first,
            (byte) (rest.length >> 8),
            (byte) rest.length,
            (byte) next,
            (byte) fits(packet.hopLimit(), 255)
        };
        byte[] addresses = before(address(packet.destination()), address(packet.source()));
        return before(before(rest, addresses), fixed);
    }

    private static byte[] extension(ExtensionHeader extension, int next) {
        int length = extension.body().length + 2;
        boolean sound = switch (extension.type()) {
            case 0, 43, 60 -> length >= 8 && length <= 2048 && length % 8 == 0;
            case 44 -> length == 8;
            default -> false;
        };
        if (!sound) {
            throw new IllegalArgumentException(
                    "no extension header has type " + extension.type() + " and " + length + " bytes");
        }
        return before(extension.body(), new byte[] {(byte) next, (byte) (length / 8 - 1)});
    }

    private static byte[] address(byte[] address) {
        if (address.length != 16) {
            throw new IllegalArgumentException("an IPv6 address has 16 bytes and not " + address.length);
        }
        return address;
    }

    private static int fits(int value, int highest) {
        if (value < 0 || value > highest) {
            throw new IllegalArgumentException(value + " is not 0–" + highest);
        }
        return value;
    }

    private static byte[] before(byte[] rest, byte[] front) {
        byte[] both = Arrays.copyOf(front, front.length + rest.length);
        System.arraycopy(rest, 0, both, front.length, rest.length);
        return both;
    }
}
