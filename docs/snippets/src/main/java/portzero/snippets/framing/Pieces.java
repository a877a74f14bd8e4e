package portzero.snippets.framing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The same three lines, in pieces of one byte, of two, and so on. */
final class Pieces {
    public static void main(String[] args) throws IOException {
        // snippet: pieces
        byte[] bytes = "pay 10\r\npay 4000\r\nthanks, é\r\n".getBytes(UTF_8);
        var whole = read(bytes, bytes.length);
        var same = 0;
        for (var size = 1; size <= bytes.length; size++) {
            same += read(bytes, size).equals(whole) ? 1 : 0;
        }
        System.out.println(whole);
        System.out.println("the same for " + same + " of " + bytes.length + " sizes");
        // end
        // snippet: cut
        try {
            read("pay 10\r\npay 40".getBytes(UTF_8), 3);
        } catch (EOFException e) {
            System.out.println(e.getMessage());
        }
        // end
    }

    private static String read(byte[] bytes, int size) throws IOException {
        var lines = new Lines(pieces(bytes, size));
        var all = new StringBuilder();
        for (var line = lines.read(); line.isPresent(); line = lines.read()) {
            all.append('[').append(line.get()).append(']');
        }
        return all.toString();
    }

    // snippet: stream
    /** A stream of which no read gets more than {@code size} bytes, as from a slow network. */
    private static InputStream pieces(byte[] bytes, int size) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] buffer, int from, int length) {
                return super.read(buffer, from, Math.min(size, length));
            }
        };
    }
    // end
}
