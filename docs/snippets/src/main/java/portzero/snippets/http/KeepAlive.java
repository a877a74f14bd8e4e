package portzero.snippets.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;

/** Several requests on one connection, sent without waiting for the answers. */
final class KeepAlive {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback);
                var client = new Client(loopback, listener.getLocalPort())) {
            var server = CompletableFuture.runAsync(() -> acceptAndServe(listener));
            // snippet: requests
            client.send("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n"
                    + "GET /bye HTTP/1.1\r\nHost: localhost\r\n\r\n"
                    + "POST /hello HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello"
                    + "GET /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            for (var i = 0; i < 4; i++) {
                System.out.println(client.receive());
            }
            System.out.println("then the end: " + client.atEnd());
            // end
            server.join();
        }
    }

    private static void acceptAndServe(ServerSocket listener) {
        try (var client = listener.accept()) {
            HelloServer.serve(client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
