package portzero.snippets.threads;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** One thread accepts, and each client has a thread of its own: whoever speaks is answered. */
final class ThreadPerClient {
    public static void main(String[] args) throws IOException, InterruptedException {
        var loopback = InetAddress.getLoopbackAddress();
        var listener = new ServerSocket(0, 50, loopback);
        var acceptor = new Thread(() -> accept(listener));
        acceptor.start();
        // snippet: clients
        var first = new Socket(loopback, listener.getLocalPort());
        var second = new Socket(loopback, listener.getLocalPort());
        var third = new Socket(loopback, listener.getLocalPort());
        for (var client : new Socket[] {third, second, first}) {
            client.getOutputStream().write("hello".getBytes(US_ASCII));
            System.out.println(new String(client.getInputStream().readNBytes(5), US_ASCII));
            client.close();
        }
        // end
        listener.close();
        acceptor.join();
    }

    // snippet: accept
    private static void accept(ServerSocket listener) {
        try {
            while (true) {
                var client = listener.accept();
                new Thread(() -> serve(client)).start();
            }
        } catch (IOException closed) {
            System.out.println("no longer accepting");
        }
    }

    private static void serve(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException lost) {
            System.out.println("lost one client: " + lost.getMessage());
        }
    }
    // end
}
