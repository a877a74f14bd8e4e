package portzero.snippets.types;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;

/** Which families have which types in Java. */
final class Offered {
    // snippet: open
    private interface Opening {
        Closeable open() throws IOException;
    }

    private static void tryTo(String what, Opening opening) throws IOException {
        try {
            opening.open().close();
            System.out.println(what + ": yes");
        } catch (UnsupportedOperationException e) {
            System.out.println(what + ": no, " + e.getClass().getSimpleName());
        }
    }
    // end

    public static void main(String[] args) throws IOException {
        // snippet: all
        tryTo("INET stream", () -> SocketChannel.open(StandardProtocolFamily.INET));
        tryTo("INET datagram", () -> DatagramChannel.open(StandardProtocolFamily.INET));
        tryTo("UNIX stream", () -> SocketChannel.open(StandardProtocolFamily.UNIX));
        tryTo("UNIX datagram", () -> DatagramChannel.open(StandardProtocolFamily.UNIX));
        // end
    }
}
