package portzero.snippets.ending;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import portzero.snippets.LinuxOnly;

/** A client that resets must not end the server. */
@LinuxOnly // for the words of the message
final class SurvivesReset {
    public static void main(String[] args) throws IOException, InterruptedException {
        var loopback = InetAddress.getLoopbackAddress();
        var listener = new ServerSocket(0, 50, loopback);
        var server = new Thread(() -> serve(listener), "server");
        server.start();

        // snippet: clients
        var rude = new Socket(loopback, listener.getLocalPort());
        rude.setSoLinger(true, 0);
        rude.close(); // a reset

        var polite = new Socket(loopback, listener.getLocalPort());
        polite.getOutputStream().write("hello".getBytes(US_ASCII));
        polite.shutdownOutput();
        System.out.println("polite client got: " + text(polite));
        // end
        polite.close();
        listener.close();
        server.join();
    }

    private static String text(Socket client) throws IOException {
        return new String(client.getInputStream().readAllBytes(), US_ASCII);
    }

    // snippet: serve
    private static void serve(ServerSocket listener) {
        while (true) {
            try (var client = listener.accept()) {
                client.getInputStream().transferTo(client.getOutputStream());
            } catch (IOException e) {
                if (listener.isClosed()) {
                    return; // told to stop
                }
                System.out.println("server: one client lost: " + e.getMessage());
            }
        }
    }
    // end
}
