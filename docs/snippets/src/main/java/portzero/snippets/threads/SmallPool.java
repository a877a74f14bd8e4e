package portzero.snippets.threads;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Two silent clients keep both threads of a pool; the third client waits for a thread. */
final class SmallPool {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        var listener = new ServerSocket(0, 50, loopback);
        var pool = Executors.newFixedThreadPool(2);
        var acceptor = new Thread(() -> accept(listener, pool));
        acceptor.start();
        // snippet: clients
        var silent = new Socket(loopback, listener.getLocalPort());
        var alsoSilent = new Socket(loopback, listener.getLocalPort());
        var third = new Socket(loopback, listener.getLocalPort());
        third.getOutputStream().write("hello".getBytes(US_ASCII));

        third.setSoTimeout(300);
        try {
            System.out.println("answered: " + third.getInputStream().read());
        } catch (SocketTimeoutException e) {
            System.out.println("the third client waits");
        }
        silent.close();
        third.setSoTimeout(0);
        System.out.println("one has left: " + new String(third.getInputStream().readNBytes(5), US_ASCII));
        // end
        alsoSilent.close();
        third.close();
        listener.close();
        pool.shutdown();
    }

    private static void accept(ServerSocket listener, ExecutorService pool) {
        try {
            // snippet: pool
            while (true) {
                var client = listener.accept();
                pool.execute(() -> serve(client)); // two threads, and a queue without end
            }
            // end
        } catch (IOException closed) {
            // the listener was closed
        }
    }

    private static void serve(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
