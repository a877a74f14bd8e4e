package portzero.timeouts;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

public class TcpProber implements Prober {

    @Override
    public Finding probe(InetSocketAddress address, Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must be more than zero but was " + timeout);
        }
        if (!address.isUnresolved() && isHere(address) && !isListenedOn(address.getPort())) {
            return Finding.REFUSED;
        }
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) timeout.plusNanos(999_999).toMillis());
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

    private static boolean isHere(InetSocketAddress address) {
        return address.getAddress() instanceof Inet4Address
                && address.getAddress().isLoopbackAddress();
    }

    private static boolean isListenedOn(int port) {
        String listening = String.format(":%04X [0-9A-F]+:0000 0A ", port);
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try {
                if (Files.readAllLines(Path.of(table)).stream().anyMatch(row -> row.matches(".*" + listening + ".*"))) {
                    return true;
                }
            } catch (IOException hidden) {
                return true; // then it has to connect
            }
        }
        return false;
    }
}
