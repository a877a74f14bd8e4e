package portzero.discovery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import portzero.testkit.net.Datagram;

/** The datagrams of the contracts, byte by byte. */
final class Datagrams {

    private static final int QUERY = 1;
    private static final int ANSWER = 2;

    private Datagrams() {}

    static byte[] message(long sender, byte[] payload) {
        return ByteBuffer.allocate(8 + payload.length)
                .putLong(sender)
                .put(payload)
                .array();
    }

    /** What follows the number of the sender. */
    static byte[] payload(Datagram message) {
        byte[] bytes = message.payload();
        return Arrays.copyOfRange(bytes, Math.min(8, bytes.length), bytes.length);
    }

    /** The number of the sender; of what is too short for one, some number. */
    static long sender(Datagram message) {
        return ByteBuffer.wrap(Arrays.copyOf(message.payload(), 8)).getLong();
    }

    static byte[] query(int id, String type) {
        return ByteBuffer.allocate(5 + type.length())
                .put((byte) QUERY)
                .putInt(id)
                .put(type.getBytes(US_ASCII))
                .array();
    }

    static byte[] answer(int id, int port, String name) {
        return ByteBuffer.allocate(7 + name.length())
                .put((byte) ANSWER)
                .putInt(id)
                .putShort((short) port)
                .put(name.getBytes(US_ASCII))
                .array();
    }

    /** The id of a query; of what is too short for one, some id. */
    static int id(Datagram query) {
        return ByteBuffer.wrap(Arrays.copyOf(query.payload(), 5)).getInt(1);
    }
}
