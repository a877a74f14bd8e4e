package portzero.timeouts;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A client on a {@link Socket} that gives up in time. */
public class PatientClient implements Client {

    private final CountDownLatch closed = new CountDownLatch(1); // a flag that one can wait for
    private volatile Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream(); // until there is a connection to read from

    @Override
    public void connect(InetSocketAddress server, Duration timeout) throws IOException {
        connect(server, milliseconds(timeout));
    }

    private void connect(InetSocketAddress server, int milliseconds) throws IOException {
        Socket fresh = new Socket(); // a socket whose connect has failed is of no more use
        try {
            fresh.setTcpNoDelay(true); // makes the system's socket now: an earlier close() would be overlooked
            socket = fresh; // before it connects, so that close() finds it
            if (closed.getCount() == 0) { // close() may have come too early to find it
                throw new SocketException("closed");
            }
            fresh.connect(server, milliseconds);
            in = new BufferedInputStream(fresh.getInputStream()); // it can take a step back, see receive
        } catch (IOException failed) {
            fresh.close();
            throw failed;
        }
    }

    @Override
    public void connectRetrying(InetSocketAddress server, Duration timeout, Policy policy) throws IOException {
        int longest = milliseconds(timeout);
        long begin = System.nanoTime();
        Backoff backoff = new Backoff();
        backoff.begin(policy, Duration.ZERO); // its clock begins with the call
        while (true) {
            long left = policy.limit().minus(since(begin)).toMillis();
            try {
                connect(server, (int) Math.min(longest, Math.max(left, 1))); // a wait may have been a little too long
                return;
            } catch (IOException failed) {
                double chance = ThreadLocalRandom.current().nextDouble();
                Optional<Duration> wait = backoff.failed(since(begin), chance);
                pause(wait.orElseThrow(() -> failed), failed);
            }
        }
    }

    /** Waits, but not longer than until the client is closed. */
    private void pause(Duration wait, IOException last) throws IOException {
        try {
            if (closed.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw last; // when it was closed, there is no further attempt
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted between two attempts to connect");
        }
    }

    @Override
    public void send(byte[] bytes, Duration timeout) throws IOException {
        int milliseconds = milliseconds(timeout);
        OutputStream out = socket.getOutputStream();
        FutureTask<Void> writing = new FutureTask<>(() -> {
            out.write(bytes); // no timeout ends a write, so it has a thread of its own that one can wait for
            return null;
        });
        new Thread(writing, "writing").start();
        try {
            writing.get(milliseconds, TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new IOException("the bytes could not be sent", failed.getCause());
        } catch (TimeoutException late) {
            close(); // ends the write, and its thread
            throw new SocketTimeoutException("sent perhaps a part of the bytes within " + timeout);
        } catch (InterruptedException interrupted) {
            close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted with perhaps a part of the bytes sent");
        }
    }

    @Override
    public byte[] receive(int length, Duration timeout) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds(timeout));
        in.mark(length);
        try {
            return readBefore(end, length);
        } catch (SocketTimeoutException late) {
            in.reset(); // what has come is for the next call
            throw late;
        }
    }

    private byte[] readBefore(long end, int length) throws IOException {
        byte[] bytes = new byte[length];
        int filled = 0;
        while (filled < length) {
            socket.setSoTimeout(millisecondsUntil(end)); // it is for one read, so each gets what is left
            int n = in.read(bytes, filled, length - filled);
            if (n == -1) {
                throw new EOFException("the stream ended after " + filled + " of " + length + " bytes");
            }
            filled += n;
        }
        return bytes;
    }

    private static int millisecondsUntil(long end) throws SocketTimeoutException {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (left.isZero() || left.isNegative()) {
            throw new SocketTimeoutException("not all bytes have come in time");
        }
        return milliseconds(left);
    }

    @Override
    public void close() throws IOException {
        closed.countDown(); // first this: from here on connect() fails
        socket.close(); // whoever waits in a connect, read or write of this socket gets an exception
    }

    /** By a clock that nobody can set, unlike that on the wall. Its times are subtracted; by themselves they mean nothing. */
    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Rounds up, because to a socket 0 means “for ever”. */
    private static int milliseconds(Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must be more than zero but was " + timeout);
        }
        return (int) timeout.plusNanos(999_999).toMillis();
    }
}
