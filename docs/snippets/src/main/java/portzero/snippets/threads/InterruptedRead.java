package portzero.snippets.threads;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** An interrupt does not wake a thread from a socket read; closing the socket does. */
final class InterruptedRead {
    private static final CountDownLatch TOLD = new CountDownLatch(1);

    public static void main(String[] args) throws IOException, InterruptedException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback);
                var client = new Socket(loopback, listener.getLocalPort())) {
            var accepted = listener.accept();
            // snippet: stop
            var reader = new Thread(() -> read(accepted));
            reader.start();
            reader.interrupt();
            reader.join(300);
            System.out.println("still in read after an interrupt: " + reader.isAlive());

            client.getOutputStream().write('!');
            TOLD.await(); // it has told what it read
            accepted.close();
            reader.join();
            System.out.println("still in read after close: " + reader.isAlive());
            // end
        }
    }

    // snippet: read
    private static void read(Socket socket) {
        try (var in = socket.getInputStream()) {
            int b = in.read();
            System.out.println("read gives " + b + "; interrupted: "
                    + Thread.currentThread().isInterrupted());
            TOLD.countDown();
            in.read();
        } catch (IOException e) {
            System.out.println("read ends: " + e.getMessage());
        }
    }
    // end
}
