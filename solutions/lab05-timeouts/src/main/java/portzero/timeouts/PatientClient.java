package portzero.timeouts;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A client on a {@link Socket} that gives up in time. */
public class PatientClient implements Client {

    /** Closes the clients whose send takes too long. One thread is enough: closing takes no time. */
    private static final ScheduledExecutorService ALARMS = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "alarms");
        thread.setDaemon(true); // it does not keep the program alive
        return thread;
    });

    private final CountDownLatch closed = new CountDownLatch(1); // a flag that one can wait for
    private volatile Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream(); // until there is a connection to read from

    @Override
    public void connect(InetSocketAddress server, Duration timeout) throws IOException {
        int milliseconds = milliseconds(timeout);
        Socket fresh = new Socket(); // a socket whose connect has failed is of no more use
        fresh.setTcpNoDelay(true); // makes the system's socket now: an earlier close() would be overlooked
        socket = fresh; // before it connects, so that close() finds it
        if (closed.getCount() == 0) { // close() may have come too early to find it
            fresh.close();
        }
        fresh.connect(server, milliseconds);
        in = new BufferedInputStream(fresh.getInputStream()); // it can take a step back, see receive
    }

    @Override
    public void connectRetrying(InetSocketAddress server, Duration timeout, Policy policy) throws IOException {
        Duration begin = now();
        Duration end = begin.plus(policy.limit());
        Backoff backoff = new Backoff();
        backoff.begin(policy, Duration.ZERO); // a clock that begins with the call
        while (true) {
            try {
                connect(server, shorter(timeout, left(end)));
                return;
            } catch (IOException failed) {
                double chance = ThreadLocalRandom.current().nextDouble();
                Optional<Duration> wait = backoff.failed(now().minus(begin), chance);
                pause(wait.orElseThrow(() -> failed));
            }
        }
    }

    /** Waits, but not longer than until the client is closed. */
    private void pause(Duration wait) throws IOException {
        try {
            if (closed.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new SocketException("closed between two attempts to connect");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted between two attempts to connect");
        }
    }

    @Override
    public void send(byte[] bytes, Duration timeout) throws IOException {
        AtomicBoolean over = new AtomicBoolean(); // because of the write or of the alarm, whichever is first
        Future<?> alarm = ALARMS.schedule(() -> closeUnless(over), milliseconds(timeout), TimeUnit.MILLISECONDS);
        try {
            socket.getOutputStream().write(bytes); // no timeout ends a write; closing the socket does
        } catch (IOException failed) {
            throw over.getAndSet(true) ? new SocketTimeoutException("sent only a part within " + timeout) : failed;
        } finally {
            alarm.cancel(false);
        }
        if (over.getAndSet(true)) {
            throw new SocketTimeoutException("sent all, but not within " + timeout);
        }
    }

    private void closeUnless(AtomicBoolean over) {
        if (!over.getAndSet(true)) {
            try {
                close();
            } catch (IOException gone) {
                // The write fails all the same, and that is what this is for.
            }
        }
    }

    @Override
    public byte[] receive(int length, Duration timeout) throws IOException {
        Duration end = now().plusMillis(milliseconds(timeout));
        in.mark(length);
        try {
            return readBefore(end, length);
        } catch (SocketTimeoutException late) {
            in.reset(); // what has come is for the next call
            throw late;
        }
    }

    private byte[] readBefore(Duration end, int length) throws IOException {
        byte[] bytes = new byte[length];
        int filled = 0;
        while (filled < length) {
            if (now().compareTo(end) >= 0) {
                throw new SocketTimeoutException("received " + filled + " of " + length + " bytes in time");
            }
            socket.setSoTimeout(milliseconds(left(end))); // it is for one read, so each gets what is left
            int n = in.read(bytes, filled, length - filled);
            if (n == -1) {
                throw new EOFException("the stream ended after " + filled + " of " + length + " bytes");
            }
            filled += n;
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        closed.countDown(); // first this: from here on connect() closes what it opens
        socket.close(); // whoever waits in a connect, read or write of this socket gets an exception
    }

    /** A clock that nobody can set, unlike that on the wall. */
    private static Duration now() {
        return Duration.ofNanos(System.nanoTime());
    }

    /** The time until then, but never nothing: the system may have let us wait a little too long. */
    private static Duration left(Duration end) {
        Duration left = end.minus(now());
        return left.isNegative() || left.isZero() ? Duration.ofMillis(1) : left;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Rounds up, because to a socket 0 means “for ever”. */
    private static int milliseconds(Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must be more than zero but was " + timeout);
        }
        return (int) timeout.plusNanos(999_999).toMillis();
    }
}
