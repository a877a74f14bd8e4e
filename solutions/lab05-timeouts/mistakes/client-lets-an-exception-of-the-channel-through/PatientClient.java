package portzero.timeouts;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

public class PatientClient implements Client {

    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Socket socket = new Socket();
    private volatile boolean late;
    private byte[] kept = new byte[0];

    @Override
    public void connect(InetSocketAddress server, Duration timeout) throws IOException {
        int millis = millis(timeout);
        if (server.isUnresolved()) {
            throw new UnresolvedAddressException();
        }
        socket = new Socket();
        if (closed.getCount() == 0) {
            socket.close();
        }
        socket.connect(server, millis);
    }

    @Override
    public void connectRetrying(InetSocketAddress server, Duration timeout, Policy policy) throws IOException {
        long start = System.nanoTime();
        Backoff backoff = new Backoff();
        backoff.begin(policy, Duration.ZERO);
        while (true) {
            try {
                connect(server, attemptTimeout(start, timeout, policy));
                return;
            } catch (IOException e) {
                Duration now = Duration.ofNanos(System.nanoTime() - start);
                Optional<Duration> wait = backoff.failed(now, Math.random());
                if (wait.isEmpty()) {
                    throw e;
                }
                pause(wait.get());
            }
        }
    }

    private static Duration attemptTimeout(long start, Duration timeout, Policy policy) {
        long left = policy.limit().toNanos() - (System.nanoTime() - start);
        return Duration.ofNanos(Math.min(timeout.toNanos(), Math.max(left, 1)));
    }

    private void pause(Duration wait) throws IOException {
        try {
            if (closed.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new SocketException("closed");
            }
        } catch (InterruptedException e) {
            throw new SocketException("interrupted");
        }
    }

    @Override
    public void send(byte[] bytes, Duration timeout) throws IOException {
        late = false;
        Timer timer = new Timer(true);
        timer.schedule(closing(), millis(timeout));
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            if (late) {
                throw new SocketTimeoutException("send");
            }
            throw e;
        } finally {
            timer.cancel();
        }
        if (late) {
            throw new SocketTimeoutException("send");
        }
    }

    private TimerTask closing() {
        return new TimerTask() {
            @Override
            public void run() {
                late = true;
                try {
                    close();
                } catch (IOException e) {
                    // nothing else to do
                }
            }
        };
    }

    @Override
    public byte[] receive(int length, Duration timeout) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis(timeout));
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[length];
        while (kept.length < length) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new SocketTimeoutException("receive");
            }
            socket.setSoTimeout((int) (left / 1_000_000) + 1);
            int n = in.read(buffer, 0, length - kept.length);
            if (n < 0) {
                throw new EOFException();
            }
            byte[] more = Arrays.copyOf(kept, kept.length + n);
            System.arraycopy(buffer, 0, more, kept.length, n);
            kept = more;
        }
        byte[] result = Arrays.copyOf(kept, length);
        kept = Arrays.copyOfRange(kept, length, kept.length);
        return result;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }

    private static int millis(Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("timeout " + timeout);
        }
        return Math.max(1, (int) timeout.toMillis());
    }
}
