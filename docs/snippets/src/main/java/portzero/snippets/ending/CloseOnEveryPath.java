package portzero.snippets.ending;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** However the block of a try-with-resources is left, the socket is closed. */
final class CloseOnEveryPath {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback);
                var client = new Socket(loopback, listener.getLocalPort())) {
            // snippet: close
            var accepted = listener.accept();
            try (accepted) {
                serve(accepted);
            } catch (IOException e) {
                System.out.println("serving failed: " + e.getMessage());
            }
            System.out.println("closed all the same: " + accepted.isClosed());
            System.out.println("and the client reads " + client.getInputStream().read());
            // end
        }
    }

    private static void serve(Socket client) throws IOException {
        throw new IOException("cannot serve port " + client.getPort());
    }
}
