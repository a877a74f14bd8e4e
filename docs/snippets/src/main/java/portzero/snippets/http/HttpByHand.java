package portzero.snippets.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** One request and one response, byte for byte. */
final class HttpByHand {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        // snippet: ask
        try (var listener = new ServerSocket(0, 50, loopback);
                var client = new Socket(loopback, listener.getLocalPort())) {
            var request = "GET /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            client.getOutputStream().write(request.getBytes(US_ASCII));
            try (var accepted = listener.accept()) {
                HelloServer.serve(accepted);
            }
            System.out.print(new String(client.getInputStream().readAllBytes(), UTF_8));
        }
        // end
    }
}
