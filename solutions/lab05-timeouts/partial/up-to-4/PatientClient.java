package portzero.timeouts;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A client that connects in time, and receives in time. */
public class PatientClient implements Client {

    private volatile Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream(); // until there is a connection to read from

    @Override
    public void connect(InetSocketAddress server, Duration timeout) throws IOException {
        int milliseconds = milliseconds(timeout);
        Socket fresh = new Socket(); // a socket whose connect has failed is of no more use
        try {
            fresh.connect(server, milliseconds);
        } catch (IOException failed) {
            fresh.close();
            throw failed;
        }
        socket = fresh;
        in = new BufferedInputStream(fresh.getInputStream()); // it can take a step back, see receive
    }

    @Override
    public void connectRetrying(InetSocketAddress server, Duration timeout, Policy policy) throws IOException {
        throw new UnsupportedOperationException("write PatientClient.connectRetrying");
    }

    @Override
    public void send(byte[] bytes, Duration timeout) throws IOException {
        socket.getOutputStream().write(bytes);
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
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("not all bytes have come in time");
        }
        return milliseconds(Duration.ofNanos(left));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Rounds up, because to a socket 0 means “for ever”. */
    private static int milliseconds(Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must be more than zero but was " + timeout);
        }
        return (int) timeout.plusNanos(999_999).toMillis();
    }
}
