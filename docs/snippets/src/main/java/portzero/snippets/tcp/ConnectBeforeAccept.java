package portzero.snippets.tcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The kernel answers the handshake; nobody needs to have called accept. */
final class ConnectBeforeAccept {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        // snippet: order
        try (var listener = new ServerSocket(0, 50, loopback);
                var client = new Socket(loopback, listener.getLocalPort())) {
            System.out.println("connected, and nobody has called accept");
            client.getOutputStream().write("early".getBytes(UTF_8));
            System.out.println("5 bytes written");
            try (var accepted = listener.accept()) {
                var bytes = accepted.getInputStream().readNBytes(5);
                System.out.println("accepted; read: " + new String(bytes, UTF_8));
            }
        }
        // end
    }
}
