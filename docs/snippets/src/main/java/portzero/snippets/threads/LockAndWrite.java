package portzero.snippets.threads;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Who writes while it holds a lock puts the lock into the hands of its client. */
final class LockAndWrite {
    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final CountDownLatch LOCKED = new CountDownLatch(1);

    public static void main(String[] args) throws IOException, InterruptedException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback)) {
            var client = new Socket(loopback, listener.getLocalPort());
            var accepted = listener.accept();
            var sender = new Thread(() -> send(accepted));
            sender.start();
            LOCKED.await();
            // snippet: other
            System.out.println("another thread gets the lock: " + LOCK.tryLock(300, TimeUnit.MILLISECONDS));
            client.close(); // the client that has read nothing
            System.out.println("and when that client has gone: " + LOCK.tryLock(1, TimeUnit.MINUTES));
            // end
            sender.join();
        }
    }

    private static void send(Socket client) {
        // snippet: send
        LOCK.lock();
        try (client) {
            LOCKED.countDown();
            client.getOutputStream().write(new byte[64 << 20]); // the client does not read
        } catch (IOException e) {
            // it has left
        } finally {
            LOCK.unlock();
        }
        // end
    }
}
