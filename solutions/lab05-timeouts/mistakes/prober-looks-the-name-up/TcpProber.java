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
        int millis = Math.max(1, (int) timeout.toMillis());
        try (Socket socket = new Socket()) {
            socket.connect(
                    address.isUnresolved()
                            ? new InetSocketAddress(address.getHostString(), address.getPort())
                            : address,
                    millis);
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
