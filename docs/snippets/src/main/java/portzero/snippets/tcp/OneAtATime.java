package portzero.snippets.tcp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** A server that serves in its accept loop leaves the next client waiting. */
final class OneAtATime {
    public static void main(String[] args) throws IOException, InterruptedException {
        var loopback = InetAddress.getLoopbackAddress();
        var listener = new ServerSocket(0, 50, loopback);
        var server = new Thread(() -> serve(listener), "server");
        server.start();
        // snippet: clients
        var idle = new Socket(loopback, listener.getLocalPort());
        var second = new Socket(loopback, listener.getLocalPort());
        second.getOutputStream().write("hello".getBytes(US_ASCII));

        second.setSoTimeout(300);
        try {
            System.out.println("answered: " + second.getInputStream().read());
        } catch (SocketTimeoutException e) {
            System.out.println("the second client waits: " + e.getMessage());
        }

        idle.close();
        second.setSoTimeout(0);
        var answer = second.getInputStream().readNBytes(5);
        System.out.println("the first has gone; the second got: " + new String(answer, US_ASCII));
        // end
        second.close();
        listener.close();
        server.join();
    }

    private static void serve(ServerSocket listener) {
        try {
            // snippet: serve
            while (true) {
                try (var client = listener.accept()) {
                    client.getInputStream().transferTo(client.getOutputStream());
                }
            }
            // end
        } catch (SocketException e) {
            // the listener was closed
        } catch (IOException e) {
            System.out.println("server: " + e.getMessage());
        }
    }
}
