package portzero.snippets.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The client of the Java library reads what the server of this chapter sends. */
final class RealClient {
    public static void main(String[] args) throws IOException, InterruptedException {
        try (var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var server = new Thread(() -> acceptAndServe(listener), "server");
            server.setDaemon(true); // the library keeps its connection for another request
            server.start();
            // snippet: real
            var page = URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/hello");
            var request = HttpRequest.newBuilder(page)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
            var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            System.out.println(response.version() + " " + response.statusCode());
            System.out.println(response.headers().firstValue("Content-Type").orElse("no type"));
            System.out.print(response.body());
            // end
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
