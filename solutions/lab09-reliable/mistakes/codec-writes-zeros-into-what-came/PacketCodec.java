package portzero.reliable;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/** Packets in a byte buffer. */
public class PacketCodec implements Codec {

    private static final int CHECKSUM = 4; // where it begins

    @Override
    public byte[] encode(Packet packet) {
        byte[] payload = packet.payload();
        byte[] bytes = ByteBuffer.allocate(HEADER + payload.length)
                .put((byte) packet.kind().code())
                .put((byte) packet.number())
                .putShort((short) payload.length)
                .putInt(0)
                .put(payload)
                .array();
        ByteBuffer.wrap(bytes).putInt(CHECKSUM, checksum(bytes));
        return bytes;
    }

    @Override
    public Optional<Packet> decode(byte[] datagram) {
        if (datagram.length < HEADER) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(datagram);
        Optional<Packet.Kind> kind = kind(buffer.get());
        int number = Byte.toUnsignedInt(buffer.get());
        int length = Short.toUnsignedInt(buffer.getShort());
        int checksum = buffer.getInt();
        if (kind.isEmpty()
                || length != buffer.remaining()
                || length > (kind.get() == Packet.Kind.DATA ? MAX_PAYLOAD : 0)
                || checksum != checksum(datagram)) {
            return Optional.empty();
        }
        return Optional.of(new Packet(kind.get(), number, Arrays.copyOfRange(datagram, HEADER, datagram.length)));
    }

    private static Optional<Packet.Kind> kind(int code) {
        return Arrays.stream(Packet.Kind.values())
                .filter(kind -> kind.code() == code)
                .findFirst();
    }

    /** Of the whole packet, but with zeros in its own place: the CRC takes the bytes around it, and zeros between them. */
    private static int checksum(byte[] packet) {
        Arrays.fill(packet, CHECKSUM, HEADER, (byte) 0);
        CRC32 crc = new CRC32();
        crc.update(packet, 0, CHECKSUM);
        crc.update(new byte[HEADER - CHECKSUM]);
        crc.update(packet, HEADER, packet.length - HEADER);
        return (int) crc.getValue();
    }
}
