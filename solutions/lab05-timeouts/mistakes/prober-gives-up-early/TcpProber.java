package portzero.timeouts;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;

public class TcpProber implements Prober {

    @Override
    public Finding probe(InetSocketAddress address, Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("timeout " + timeout);
        }
        int millis = (int) timeout.dividedBy(2).plusNanos(999_999).toMillis();
        try (Socket socket = new Socket()) {
            socket.connect(address, millis);
            return Finding.OPEN;
        } catch (ConnectException e) {
            return Finding.REFUSED;
        } catch (SocketTimeoutException e) {
            return Finding.SILENT;
        } catch (UnknownHostException e) {
            return Finding.UNKNOWN_HOST;
        } catch (IOException e) {
            return Finding.UNREACHABLE;
        }
    }
}
