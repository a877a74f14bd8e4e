package portzero.snippets.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** What a client asks for after a POST was answered with a redirection. */
final class Redirects {
    public static void main(String[] args) throws IOException, InterruptedException {
        for (var status : new int[] {302, 303, 307}) {
            System.out.println(status + ": POST /old, then " + secondRequest(status));
        }
    }

    // snippet: ask
    private static String secondRequest(int status) throws IOException, InterruptedException {
        try (var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var seen = CompletableFuture.supplyAsync(() -> redirect(listener, status));
            var client = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.ALWAYS)
                    .build();
            var address = URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/old");
            var request = HttpRequest.newBuilder(address)
                    .version(HttpClient.Version.HTTP_1_1)
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            client.send(request, BodyHandlers.discarding());
            return seen.join();
        }
    }
    // end

    /** Answers a request with {@code status}, and the next with 200; the line with which that one began. */
    private static String redirect(ServerSocket listener, int status) {
        try {
            answer(listener, status + " Elsewhere\r\nLocation: /new");
            return answer(listener, "200 OK").replace(" HTTP/1.1", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(ServerSocket listener, String head) throws IOException {
        try (Socket client = listener.accept()) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
            var first = in.readLine();
            while (!in.readLine().isEmpty()) {
                // a field; the body is empty
            }
            var answer = "HTTP/1.1 " + head + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            client.getOutputStream().write(answer.getBytes(US_ASCII));
            return first;
        }
    }
}
