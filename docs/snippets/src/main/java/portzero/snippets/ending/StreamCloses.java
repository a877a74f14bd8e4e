package portzero.snippets.ending;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Closing a stream of a socket closes the socket. */
final class StreamCloses {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback);
                var client = new Socket(loopback, listener.getLocalPort());
                var server = listener.accept()) {
            // snippet: stream
            client.getOutputStream().close();
            System.out.println("the socket is closed: " + client.isClosed());
            System.out.println("the peer reads " + server.getInputStream().read());
            // end
        }
    }
}
