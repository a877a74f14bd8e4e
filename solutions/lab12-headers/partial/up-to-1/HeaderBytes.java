package portzero.headers;

import java.nio.ByteBuffer;

/** Fields of headers: unsigned numbers in network byte order, which is that of a new {@link ByteBuffer}. */
final class HeaderBytes {

    static final int MAX_8_BITS = 0xff;
    static final int MAX_16_BITS = 0xffff;
    static final long MAX_32_BITS = 0xffff_ffffL;

    private HeaderBytes() {}

    static int unsignedByte(ByteBuffer from) {
        return Byte.toUnsignedInt(from.get());
    }

    static int unsignedShort(ByteBuffer from) {
        return Short.toUnsignedInt(from.getShort());
    }

    static long unsignedInt(ByteBuffer from) {
        return Integer.toUnsignedLong(from.getInt());
    }

    /** The next bytes, in an array of their own. */
    static byte[] take(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    /** The rest of the bytes, in an array of their own. */
    static byte[] rest(ByteBuffer from) {
        return take(from, from.remaining());
    }

    /** Refuses bytes that end too early. */
    static void requireBytes(byte[] bytes, int needed, String what) {
        if (bytes.length < needed) {
            throw new IllegalArgumentException(what + " needs " + needed + " bytes, but there are " + bytes.length
                    + "; is the capture cut short?");
        }
    }

    /** Refuses bytes or numbers that make no sense or do not fit their field. */
    static void require(boolean sound, String what, long value) {
        if (!sound) {
            throw new IllegalArgumentException(what + " but was " + value);
        }
    }

    /** Refuses a number that does not fit its field. */
    static void requireRange(String field, long value, long highest) {
        require(value >= 0 && value <= highest, field + " must be 0–" + highest, value);
    }
}
