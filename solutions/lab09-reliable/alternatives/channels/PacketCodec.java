package portzero.reliable;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/** Packets byte by byte, by shifting. */
public class PacketCodec implements Codec {

    @Override
    public byte[] encode(Packet packet) {
        int length = packet.payload().length;
        byte[] bytes = new byte[HEADER + length];
        bytes[0] = (byte) packet.kind().code();
        bytes[1] = (byte) packet.number();
        bytes[2] = (byte) (length >> 8);
        bytes[3] = (byte) length;
        System.arraycopy(packet.payload(), 0, bytes, HEADER, length);
        seal(bytes);
        return bytes;
    }

    private static void seal(byte[] bytes) {
        Arrays.fill(bytes, 4, HEADER, (byte) 0);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        for (int i = 0; i < 4; i++) {
            bytes[4 + i] = (byte) (crc.getValue() >> 8 * (3 - i));
        }
    }

    @Override
    public Optional<Packet> decode(byte[] datagram) {
        if (datagram.length < HEADER || datagram.length > HEADER + MAX_PAYLOAD) {
            return Optional.empty();
        }
        byte[] sealed = datagram.clone();
        seal(sealed);
        int length = (datagram[2] & 0xff) << 8 | datagram[3] & 0xff;
        if (!Arrays.equals(sealed, datagram) || length != datagram.length - HEADER) {
            return Optional.empty();
        }
        byte[] payload = Arrays.copyOfRange(datagram, HEADER, datagram.length);
        int number = datagram[1] & 0xff;
        switch (datagram[0]) {
            case 1:
                return Optional.of(new Packet(Packet.Kind.DATA, number, payload));
            case 2:
                return length > 0 ? Optional.empty() : Optional.of(new Packet(Packet.Kind.ACK, number, payload));
            case 3:
                return length > 0 ? Optional.empty() : Optional.of(new Packet(Packet.Kind.END, number, payload));
            default:
                return Optional.empty();
        }
    }
}
