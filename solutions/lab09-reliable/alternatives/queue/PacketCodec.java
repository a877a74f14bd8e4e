package portzero.reliable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.CRC32;

/** Packets by way of data streams. */
public class PacketCodec implements Codec {

    @Override
    public byte[] encode(Packet packet) {
        try {
            CRC32 crc = new CRC32();
            crc.update(written(packet, 0));
            return written(packet, (int) crc.getValue());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] written(Packet packet, int checksum) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(packet.kind().code());
        out.writeByte(packet.number());
        out.writeShort(packet.payload().length);
        out.writeInt(checksum);
        out.write(packet.payload());
        return bytes.toByteArray();
    }

    @Override
    public Optional<Packet> decode(byte[] datagram) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(datagram))) {
            int code = in.readUnsignedByte();
            int number = in.readUnsignedByte();
            int length = in.readUnsignedShort();
            in.readInt();
            byte[] payload = in.readAllBytes();
            if (length != payload.length || length > MAX_PAYLOAD) {
                return Optional.empty();
            }
            for (Packet.Kind kind : Packet.Kind.values()) {
                if (kind.code() == code && (kind == Packet.Kind.DATA || length == 0)) {
                    Packet packet = new Packet(kind, number, payload);
                    return java.util.Arrays.equals(encode(packet), datagram) ? Optional.of(packet) : Optional.empty();
                }
            }
            return Optional.empty();
        } catch (IOException tooShort) {
            return Optional.empty();
        }
    }
}
