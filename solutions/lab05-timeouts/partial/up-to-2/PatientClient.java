package portzero.timeouts;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** A client that connects in time. */
public class PatientClient implements Client {

    private volatile Socket socket = new Socket();

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
        throw new UnsupportedOperationException("write PatientClient.receive");
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
