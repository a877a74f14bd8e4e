package portzero.snippets.trouble;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** What readNBytes has read when the time is up, nobody gets. */
final class LostBytes {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback);
                var client = new Socket(loopback, listener.getLocalPort());
                var server = listener.accept()) {
            // snippet: lost
            var in = client.getInputStream();
            var out = server.getOutputStream();
            client.setSoTimeout(100);
            out.write("hel".getBytes(US_ASCII));
            try {
                in.readNBytes(5);
            } catch (SocketTimeoutException e) {
                System.out.println("three of five bytes came in time");
            }
            out.write("lo".getBytes(US_ASCII));
            System.out.println("what comes next: " + new String(in.readNBytes(2), US_ASCII));
            // end
        }
    }
}
