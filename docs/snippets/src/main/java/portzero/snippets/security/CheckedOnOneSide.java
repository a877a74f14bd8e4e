package portzero.snippets.security;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/** A length that was compared with the maximum, and with nothing else. */
final class CheckedOnOneSide {
    private static final int MAX_LENGTH = 1000;

    public static void main(String[] args) throws IOException {
        System.out.println(receive(0, 0, 0, 2, 'h', 'i'));
        System.out.println(receive(0, 1, 0, 0));
        System.out.println(receive(0x80, 0, 0, 0));
    }

    // snippet: receive
    private static String receive(int... bytes) throws IOException {
        var in = new DataInputStream(stream(bytes));
        int length = in.readInt();
        if (length > MAX_LENGTH) {
            return "refused";
        }
        try {
            in.readFully(new byte[length]);
            return "received";
        } catch (NegativeArraySizeException e) {
            return "the thread of this client has died";
        }
    }
    // end

    private static ByteArrayInputStream stream(int... bytes) {
        var content = new byte[bytes.length];
        for (var i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return new ByteArrayInputStream(content);
    }
}
