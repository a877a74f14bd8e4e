package portzero.snippets.tcp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import portzero.snippets.LinuxOnly;

/** The backlog limits the connections that wait to be accepted. A client too many is left waiting. */
@LinuxOnly
final class Backlog {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        // snippet: backlog
        try (var listener = new ServerSocket(0, 1, loopback)) { // nobody will call accept
            var clients = new ArrayList<Socket>();
            for (var i = 1; i <= 3; i++) {
                var client = new Socket();
                clients.add(client);
                try {
                    client.connect(new InetSocketAddress(loopback, listener.getLocalPort()), 300);
                    System.out.println("client " + i + ": connected");
                } catch (SocketTimeoutException e) {
                    System.out.println("client " + i + ": " + e.getMessage());
                }
            }
            for (var client : clients) {
                client.close();
            }
        }
        // end
    }
}
