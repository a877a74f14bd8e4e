package portzero.snippets.ending;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** isConnected says that connect has worked once, and nothing about now. */
final class StillConnected {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback)) {
            var client = new Socket(loopback, listener.getLocalPort());
            var server = listener.accept();
            // snippet: connected
            server.close();
            System.out.println(
                    "the peer has closed; read gives " + client.getInputStream().read());
            System.out.println("isConnected: " + client.isConnected());
            client.close();
            System.out.println("closed by ourselves; isConnected: " + client.isConnected());
            System.out.println("isClosed: " + client.isClosed());
            // end
        }
    }
}
