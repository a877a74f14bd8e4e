package portzero.timeouts;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Connects in a thread of its own, without a timeout, and closes the socket when it has waited long enough. */
public class TcpProber implements Prober {

    @Override
    public Finding probe(InetSocketAddress address, Duration timeout) {
        if (timeout.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException("timeout must be more than zero but was " + timeout);
        }
        Socket socket = new Socket();
        Attempt attempt = new Attempt(socket, address);
        try {
            socket.setTcpNoDelay(true); // makes the system's socket now: an earlier close() would be overlooked
            attempt.start();
            TimeUnit.NANOSECONDS.timedJoin(attempt, Math.max(1_000_000, timeout.toNanos()));
            Finding finding = attempt.finding; // before the close, which ends the attempt with a failure
            socket.close();
            attempt.join();
            return finding;
        } catch (InterruptedException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static final class Attempt extends Thread {
        private final Socket socket;
        private final InetSocketAddress address;
        private volatile Finding finding = Finding.SILENT;

        Attempt(Socket socket, InetSocketAddress address) {
            this.socket = socket;
            this.address = address;
        }

        @Override
        public void run() {
            if (address.isUnresolved()) {
                finding = Finding.UNKNOWN_HOST;
                return;
            }
            try {
                socket.connect(address);
                finding = Finding.OPEN;
            } catch (ConnectException refusal) {
                finding = Finding.REFUSED;
            } catch (IOException unreachable) {
                finding = Finding.UNREACHABLE;
            }
        }
    }
}
