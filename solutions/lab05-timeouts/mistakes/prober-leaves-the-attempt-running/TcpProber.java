package portzero.timeouts;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public class TcpProber implements Prober {

    @Override
    public Finding probe(InetSocketAddress address, Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("timeout " + timeout);
        }
        FutureTask<Finding> task = new FutureTask<>(() -> connect(address));
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return Finding.SILENT;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Finding connect(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address);
            return Finding.OPEN;
        } catch (ConnectException e) {
            return Finding.REFUSED;
        } catch (UnknownHostException e) {
            return Finding.UNKNOWN_HOST;
        } catch (IOException e) {
            return Finding.UNREACHABLE;
        }
    }
}
