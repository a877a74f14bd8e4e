package portzero.snippets.mistakes;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import portzero.snippets.LinuxOnly;

/** The server closes with the request unread, and all that the client sees is an end, until it writes. */
@LinuxOnly
final class AfterTheReset {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback);
                var client = new Socket(loopback, listener.getLocalPort())) {
            // snippet: write
            client.getOutputStream().write("request".getBytes(US_ASCII));
            listener.accept().close(); // the request is unread
            System.out.println("read: " + client.getInputStream().read());
            try {
                client.getOutputStream().write('x');
                System.out.println("write: no complaint");
            } catch (IOException e) {
                System.out.println("write: " + e.getMessage());
            }
            // end
        }
    }
}
