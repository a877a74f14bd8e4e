package portzero.echo;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Two threads wait for each other's lock for ever. */
public class EchoServer extends TrappedServer {

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        Object left = new Object();
        Object right = new Object();
        CountDownLatch both = new CountDownLatch(2);
        Thread other = new Thread(() -> lock(right, left, both), "other");
        other.setDaemon(true);
        other.start();
        lock(left, right, both);
    }

    private static void lock(Object first, Object second, CountDownLatch both) {
        synchronized (first) {
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException stop) {
                return;
            }
            synchronized (second) { // here it stands
                first.notifyAll();
            }
        }
    }
}
