package portzero.snippets.trouble;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A socket whose connect has failed cannot connect again, not even to a listener. */
final class FailedSocket {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var nobody = new Socket();
                var listener = new ServerSocket(0, 50, loopback);
                var socket = new Socket()) {
            nobody.bind(new InetSocketAddress(loopback, 0));
            // snippet: again
            try {
                socket.connect(new InetSocketAddress(loopback, nobody.getLocalPort()));
            } catch (IOException refused) {
                System.out.println("refused: " + refused.getClass().getSimpleName());
            }
            try {
                socket.connect(listener.getLocalSocketAddress());
            } catch (IOException e) {
                System.out.println("and closed for good: " + e.getClass().getSimpleName());
            }
            // end
        }
    }
}
