package portzero.snippets.security;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/** What four bytes from a stranger can do to a program that believes them. */
final class FourBytes {
    public static void main(String[] args) throws IOException {
        // snippet: believe
        var in = new DataInputStream(new ByteArrayInputStream(new byte[] {0x7f, -1, -1, -1}));
        try {
            var message = new byte[in.readInt()];
            in.readFully(message);
        } catch (OutOfMemoryError e) {
            System.out.println("4 bytes came, and the answer is " + e.getClass().getSimpleName());
        }
        // end
    }
}
