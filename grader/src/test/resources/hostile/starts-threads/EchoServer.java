package portzero.echo;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Starts threads for as long as there are any. */
public class EchoServer extends TrappedServer {

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 100_000; i++) {
            Thread thread = new Thread(() -> {
                try {
                    never.await();
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
    }
}
