package portzero.reliable;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** The test's own packets, the wrong ones too. */
final class MadePackets {

    static final int DATA = 1;
    static final int ACK = 2;
    static final int END = 3;

    private MadePackets() {}

    static byte[] data(int number, byte[] payload) {
        return of(DATA, number, payload);
    }

    static byte[] ack(int number) {
        return of(ACK, number, new byte[0]);
    }

    static byte[] end(int number) {
        return of(END, number, new byte[0]);
    }

    /** With the right length and checksum, whatever the kind. */
    static byte[] of(int kind, int number, byte[] payload) {
        return of(kind, number, payload.length, payload);
    }

    /** With the right checksum, whatever the kind and length. */
    static byte[] of(int kind, int number, int length, byte[] payload) {
        ByteBuffer packet = ByteBuffer.allocate(8 + payload.length)
                .put((byte) kind)
                .put((byte) number)
                .putShort((short) length)
                .putInt(0)
                .put(payload);
        CRC32 crc = new CRC32();
        crc.update(packet.array());
        return packet.putInt(4, (int) crc.getValue()).array();
    }

    /** A copy with one bit flipped. */
    static byte[] damaged(byte[] packet, int bit) {
        byte[] damaged = packet.clone();
        damaged[bit / 8] ^= (byte) (1 << bit % 8);
        return damaged;
    }

    static byte[] payload(byte[] packet) {
        return java.util.Arrays.copyOfRange(packet, Math.min(8, packet.length), packet.length);
    }
}
