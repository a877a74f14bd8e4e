package portzero.snippets.threads;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Semaphore;

/** A server with two places tells the third client that it is busy. */
final class Busy {
    private static final Semaphore PLACES = new Semaphore(2);

    public static void main(String[] args) throws IOException {
        var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        new Thread(() -> accept(listener)).start();
        // snippet: clients
        var first = new Socket(listener.getInetAddress(), listener.getLocalPort());
        System.out.println("first:  " + line(first));
        var second = new Socket(listener.getInetAddress(), listener.getLocalPort());
        System.out.println("second: " + line(second));
        var third = new Socket(listener.getInetAddress(), listener.getLocalPort());
        System.out.println("third:  " + line(third) + ", then the end");
        // end
        first.close();
        second.close();
        third.close();
        listener.close();
    }

    private static String line(Socket client) throws IOException {
        return new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII)).readLine();
    }

    private static void accept(ServerSocket listener) {
        try {
            // snippet: accept
            while (true) {
                var client = listener.accept();
                if (PLACES.tryAcquire()) { // looks and takes in one act, and never waits
                    new Thread(() -> serve(client)).start();
                } else {
                    refuse(client);
                }
            }
            // end
        } catch (IOException closed) {
            // the listener was closed
        }
    }

    private static void refuse(Socket client) {
        try (client) {
            client.getOutputStream().write("BUSY\n".getBytes(US_ASCII));
        } catch (IOException gone) {
            // it did not wait for the answer
        }
    }

    // snippet: serve
    private static void serve(Socket client) {
        try (client) {
            client.getOutputStream().write("HELLO\n".getBytes(US_ASCII));
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException lost) {
            // this client only
        } finally {
            PLACES.release(); // on every way out
        }
    }
    // end
}
