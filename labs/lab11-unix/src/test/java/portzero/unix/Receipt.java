package portzero.unix;

import java.nio.ByteBuffer;

/** What a server sends last. */
final class Receipt {

    private Receipt() {}

    /** The receipt for so many bytes. */
    static byte[] of(long bytes) {
        return ByteBuffer.allocate(Long.BYTES).putLong(bytes).array();
    }

    /** The bytes, and then the receipt for them: all that a client gets. */
    static byte[] after(byte[] bytes) {
        return ByteBuffer.allocate(bytes.length + Long.BYTES)
                .put(bytes)
                .putLong(bytes.length)
                .array();
    }
}
