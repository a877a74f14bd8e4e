package portzero.snippets.trouble;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A read that times out leaves the connection as it was. */
final class ReadTimeout {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback);
                var client = new Socket(loopback, listener.getLocalPort());
                var server = listener.accept()) {
            // snippet: timeout
            var in = client.getInputStream();
            client.setSoTimeout(100);
            try {
                in.read();
            } catch (SocketTimeoutException e) {
                System.out.println("nothing has come yet");
            }
            server.getOutputStream().write('!'); // later
            System.out.println("read: " + (char) in.read());
            // end
        }
    }
}
