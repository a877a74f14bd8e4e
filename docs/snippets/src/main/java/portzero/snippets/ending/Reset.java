package portzero.snippets.ending;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import portzero.snippets.LinuxOnly;

/** Linger 0 turns close into a reset. */
@LinuxOnly // for the words of the message
final class Reset {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback);
                var client = new Socket(loopback, listener.getLocalPort())) {
            var server = listener.accept();
            // snippet: reset
            server.setSoLinger(true, 0);
            server.close();
            try {
                System.out.println("client reads " + client.getInputStream().read());
            } catch (IOException e) {
                System.out.println("client reads: " + e.getMessage());
            }
            // end
        }
    }
}
