package portzero.timeouts;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A thread reads from the socket without any timeout and puts what comes into a buffer. All waiting is done at the
 * monitor of this object, which can wait with a limit. A send waits for another thread in the same way.
 */
public class PatientClient implements Client {

    private Socket socket = new Socket();
    private byte[] arrived = new byte[0];
    private IOException end; // why nothing more will arrive
    private boolean closed;

    @Override
    public void connect(InetSocketAddress server, Duration timeout) throws IOException {
        int milliseconds = (int) Math.max(1, positive(timeout).toMillis());
        Socket attempt = new Socket();
        attempt.setTcpNoDelay(true); // makes the system's socket now: an earlier close() would be overlooked
        begin(attempt);
        try {
            attempt.connect(server, milliseconds);
        } catch (IOException failed) {
            attempt.close(); // one that was given no address is open still
            throw failed;
        }
        InputStream in = attempt.getInputStream();
        daemon(() -> pump(in));
    }

    private synchronized void begin(Socket attempt) throws IOException {
        if (closed) {
            attempt.close();
        }
        checkOpen();
        socket = attempt;
        arrived = new byte[0];
        end = null;
    }

    private void pump(InputStream in) {
        byte[] buffer = new byte[8192];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                arrive(buffer, n);
            }
            endWith(new EOFException("the server has ended its stream"));
        } catch (IOException broken) {
            endWith(broken);
        }
    }

    private synchronized void arrive(byte[] bytes, int length) {
        int before = arrived.length;
        arrived = Arrays.copyOf(arrived, before + length);
        System.arraycopy(bytes, 0, arrived, before, length);
        notifyAll();
    }

    private synchronized void endWith(IOException reason) {
        end = reason;
        notifyAll();
    }

    @Override
    public synchronized byte[] receive(int length, Duration timeout) throws IOException {
        long deadline = System.nanoTime() + positive(timeout).toNanos();
        checkOpen();
        while (arrived.length < length) {
            if (end != null) {
                throw end;
            }
            if (!pause(deadline)) {
                throw new SocketTimeoutException("only " + arrived.length + " of " + length + " bytes have come");
            }
        }
        byte[] bytes = Arrays.copyOf(arrived, length);
        arrived = Arrays.copyOfRange(arrived, length, arrived.length);
        return bytes;
    }

    /** Waits for a change; false when the time is up. Waiting lets go of the monitor. */
    private synchronized boolean pause(long deadline) throws IOException {
        long left = deadline - System.nanoTime();
        checkOpen();
        if (left > 0) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException interrupted) {
                throw new SocketException("interrupted");
            }
            checkOpen();
        }
        return left > 0;
    }

    private synchronized void checkOpen() throws SocketException {
        if (closed) {
            throw new SocketException("closed");
        }
    }

    @Override
    public void send(byte[] bytes, Duration timeout) throws IOException {
        long limit = positive(timeout).toNanos();
        FutureTask<Boolean> writing = new FutureTask<>(() -> {
            socket.getOutputStream().write(bytes);
            return true;
        });
        daemon(writing);
        try {
            writing.get(limit, TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            close();
            throw new SocketTimeoutException("not all could be sent");
        } catch (ExecutionException | InterruptedException failed) {
            throw new SocketException("the connection is broken: " + failed);
        }
    }

    @Override
    public void connectRetrying(InetSocketAddress server, Duration timeout, Policy policy) throws IOException {
        long begin = System.nanoTime();
        Backoff backoff = new Backoff();
        backoff.begin(policy, Duration.ZERO);
        Optional<Duration> wait = Optional.of(Duration.ZERO);
        IOException last = new SocketException();
        while (wait.isPresent()) {
            long next = System.nanoTime() + wait.get().toNanos();
            while (pause(next)) {
                // Something else may have woken us up.
            }
            long left = Math.max(1, policy.limit().toNanos() - (System.nanoTime() - begin));
            try {
                connect(server, Duration.ofNanos(Math.min(left, timeout.toNanos())));
                return;
            } catch (IOException failed) {
                last = failed;
            }
            Duration now = Duration.ofNanos(System.nanoTime() - begin);
            wait = backoff.failed(now, ThreadLocalRandom.current().nextDouble());
        }
        throw last;
    }

    private static Duration positive(Duration timeout) {
        if (timeout.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException("timeout must be more than zero but was " + timeout);
        }
        return timeout;
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        Socket last;
        synchronized (this) {
            closed = true;
            last = socket;
            notifyAll();
        }
        last.close();
    }
}
