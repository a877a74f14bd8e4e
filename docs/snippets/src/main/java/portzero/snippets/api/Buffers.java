package portzero.snippets.api;

import java.io.IOException;
import java.net.Socket;
import portzero.snippets.LinuxOnly;

/** Asks for a receive buffer of 20,000 bytes, and asks how large it is. */
@LinuxOnly
final class Buffers {
    public static void main(String[] args) throws IOException {
        // snippet: ask
        try (var s = new Socket()) {
            s.setReceiveBufferSize(20_000);

            System.out.println("asked for 20000, have " + s.getReceiveBufferSize());
        }
        // end
    }
}
