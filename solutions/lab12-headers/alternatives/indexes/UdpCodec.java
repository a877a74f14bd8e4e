package portzero.headers;

import java.util.Arrays;

/** Four words, one after the other. */
public class UdpCodec implements Udp {

    @Override
    public UdpDatagram parse(byte[] bytes) {
        return new UdpDatagram(word(bytes, 0), word(bytes, 2), Arrays.copyOfRange(bytes, 8, length(bytes)));
    }

    private static int word(byte[] bytes, int at) {
        if (bytes.length < 8) {
            throw new IllegalArgumentException(bytes.length + " bytes are too few for a UDP header");
        }
        return (bytes[at] & 0xff) * 256 + (bytes[at + 1] & 0xff);
    }

    private static int length(byte[] bytes) {
        int length = word(bytes, 4);
        if (length < 8 || length > bytes.length) {
            throw new IllegalArgumentException("a datagram of " + length + " bytes is not in " + bytes.length);
        }
        return length;
    }

    @Override
    public byte[] build(UdpDatagram datagram, byte[] source, byte[] destination) {
        byte[] payload = datagram.payload();
        if (payload.length > 65_527) {
            throw new IllegalArgumentException("a datagram carries 65,527 bytes at most and not " + payload.length);
        }
        byte[] bytes = new byte[8 + payload.length];
        set(bytes, 0, port(datagram.sourcePort()));
        set(bytes, 2, port(datagram.destinationPort()));
        set(bytes, 4, bytes.length);
        System.arraycopy(payload, 0, bytes, 8, payload.length);
        int sum = new InternetChecksum().ofTransport(source, destination, 17, bytes);
        set(bytes, 6, sum == 0 ? 0xffff : sum);
        return bytes;
    }

    private static int port(int port) {
        if (port >>> 16 != 0) {
            throw new IllegalArgumentException(port + " is no port");
        }
        return port;
    }

    private static void set(byte[] bytes, int at, int word) {
        bytes[at] = (byte) (word >> 8);
        bytes[at + 1] = (byte) word;
    }

    @Override
    public boolean isIntact(byte[] bytes, byte[] source, byte[] destination) {
        byte[] datagram = Arrays.copyOf(bytes, length(bytes));
        int sum = new InternetChecksum().ofTransport(source, destination, 17, datagram);
        if (datagram[6] == 0 && datagram[7] == 0) {
            return source.length == 4;
        }
        return sum == 0;
    }
}
