package portzero.timeouts;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A client that connects in time, and has a read timeout. */
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
        socket.setSoTimeout(milliseconds(timeout)); // each read has the whole time, until task 4
        in.mark(length);
        try {
            return read(length);
        } catch (SocketTimeoutException late) {
            in.reset(); // what has come is for the next call
            throw late;
        }
    }

    private byte[] read(int length) throws IOException {
        byte[] bytes = new byte[length];
        int filled = 0;
        while (filled < length) {
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
