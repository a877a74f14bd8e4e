package portzero.snippets.threads;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** A line that two threads collect in one field is nobody's line. */
final class SharedLine {
    @SuppressWarnings("JdkObsolete") // that it is thread-safe, and does not help, is the point
    // snippet: field
    private static final StringBuffer LINE = new StringBuffer(); // one for all threads
    // end
    private static final CountDownLatch HALF = new CountDownLatch(4);

    public static void main(String[] args) throws IOException, InterruptedException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback);
                var slow = new Socket(loopback, listener.getLocalPort());
                var quick = new Socket(loopback, listener.getLocalPort())) {
            var readers = new Thread[] {reader(listener.accept()), reader(listener.accept())};
            // snippet: clients
            slow.getOutputStream().write("good".getBytes(US_ASCII)); // and the rest comes later
            HALF.await(); // the server has read this much
            quick.getOutputStream().write("hello\n".getBytes(US_ASCII));
            readers[1].join();
            slow.getOutputStream().write("bye\n".getBytes(US_ASCII));
            readers[0].join();
            // end
        }
    }

    private static Thread reader(Socket client) {
        var thread = new Thread(() -> {
            try (client) {
                readLine(client);
            } catch (IOException lost) {
                System.out.println("lost: " + lost.getMessage());
            }
        });
        thread.start();
        return thread;
    }

    // snippet: read
    private static void readLine(Socket client) throws IOException {
        var in = client.getInputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            LINE.append((char) c);
            HALF.countDown();
        }
        System.out.println("a client sent the line: " + LINE);
        LINE.setLength(0);
    }
    // end
}
