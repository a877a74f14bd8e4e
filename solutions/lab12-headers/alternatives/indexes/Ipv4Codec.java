package portzero.headers;

import java.util.Arrays;

/** Knows at which byte each field is. */
public class Ipv4Codec implements Ipv4 {

    @Override
    public Ipv4Packet parse(byte[] b) {
        int header = headerLength(b);
        int flagsAndOffset = word(b, 6);
        return new Ipv4Packet(
                b[1] & 0xff,
                word(b, 4),
                new Fragmentation(
                        (flagsAndOffset >> 14 & 1) == 1, (flagsAndOffset >> 13 & 1) == 1, flagsAndOffset % 8192 * 8),
                b[8] & 0xff,
                b[9] & 0xff,
                Arrays.copyOfRange(b, 12, 16),
                Arrays.copyOfRange(b, 16, 20),
                Arrays.copyOfRange(b, 20, header),
                Arrays.copyOfRange(b, header, word(b, 2)));
    }

    private static int word(byte[] b, int at) {
        return (b[at] & 0xff) << 8 | b[at + 1] & 0xff;
    }

    private static int headerLength(byte[] b) {
        if (b.length < 20) {
            throw new IllegalArgumentException(b.length + " bytes are too few for an IPv4 header");
        }
        int header = (b[0] & 15) * 4;
        int total = word(b, 2);
        if ((b[0] & 0xf0) != 0x40 || header < 20 || total < header || total > b.length) {
            throw new IllegalArgumentException("No IPv4 packet: first byte " + (b[0] & 0xff) + ", header of " + header
                    + " bytes, packet of " + total + ", and " + b.length + " are there");
        }
        return header;
    }

    @Override
    public byte[] build(Ipv4Packet packet) {
        byte[] options = packet.options();
        if (options.length > 40) {
            throw new IllegalArgumentException(options.length + " bytes of options are too many");
        }
        int header = 20 + options.length;
        while (header % 4 != 0) {
            header++;
        }
        int total = header + packet.payload().length;
        int offset = packet.fragmentation().offset();
        if (offset % 8 != 0) {
            throw new IllegalArgumentException("fragment offset " + offset + " is no multiple of 8");
        }
        byte[] b = new byte[fits(total, 65_535)];
        b[0] = (byte) (0x40 + header / 4);
        b[1] = (byte) fits(packet.trafficClass(), 255);
        set(b, 2, total);
        set(b, 4, fits(packet.identification(), 65_535));
        int flagsAndOffset = fits(offset, 65_528) / 8;
        if (packet.fragmentation().dontFragment()) {
            flagsAndOffset += 0x4000;
        }
        if (packet.fragmentation().moreFragments()) {
            flagsAndOffset += 0x2000;
        }
        set(b, 6, flagsAndOffset);
        b[8] = (byte) fits(packet.timeToLive(), 255);
        b[9] = (byte) fits(packet.protocol(), 255);
        copyAddress(packet.source(), b, 12);
        copyAddress(packet.destination(), b, 16);
        System.arraycopy(options, 0, b, 20, options.length);
        System.arraycopy(packet.payload(), 0, b, header, packet.payload().length);
        set(b, 10, new InternetChecksum().of(Arrays.copyOf(b, header)));
        return b;
    }

    private static void copyAddress(byte[] address, byte[] b, int at) {
        if (address.length != 4) {
            throw new IllegalArgumentException("an IPv4 address has 4 bytes and not " + address.length);
        }
        System.arraycopy(address, 0, b, at, 4);
    }

    private static int fits(int value, int highest) {
        if (value < 0 || value > highest) {
            throw new IllegalArgumentException(value + " is not 0–" + highest);
        }
        return value;
    }

    private static void set(byte[] b, int at, int word) {
        b[at] = (byte) (word >> 8);
        b[at + 1] = (byte) word;
    }

    @Override
    public boolean isIntact(byte[] bytes) {
        byte[] header = Arrays.copyOf(bytes, headerLength(bytes));
        int said = word(header, 10);
        set(header, 10, 0);
        int made = new InternetChecksum().of(header);
        return made == said || made == 0 && said == 0xffff; // two ways to write a zero
    }
}
