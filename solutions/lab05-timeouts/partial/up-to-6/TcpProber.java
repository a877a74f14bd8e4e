package portzero.timeouts;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;

/** A prober on a {@link Socket}, whose exceptions tell the failures apart. */
public class TcpProber implements Prober {

    @Override
    public Finding probe(InetSocketAddress address, Duration timeout) {
        int milliseconds = milliseconds(timeout);
        try (Socket socket = new Socket()) {
            socket.connect(address, milliseconds);
            return Finding.OPEN;
        } catch (SocketTimeoutException silence) {
            return Finding.SILENT;
        } catch (ConnectException refusal) {
            return Finding.REFUSED;
        } catch (UnknownHostException unresolved) {
            return Finding.UNKNOWN_HOST;
        } catch (IOException unreachable) {
            return Finding.UNREACHABLE;
        }
    }

    /** Rounds up, because to a socket 0 means “for ever”. */
    private static int milliseconds(Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must be more than zero but was " + timeout);
        }
        return (int) timeout.plusNanos(999_999).toMillis();
    }
}
