package portzero.timeouts;

import java.net.InetSocketAddress;
import java.time.Duration;

/** Your prober. What it has to do is said in {@link Prober}. */
public class TcpProber implements Prober {

    @Override
    public Finding probe(InetSocketAddress address, Duration timeout) {
        // TODO Task 1: Refuse a timeout that is not more than zero.
        // TODO Task 1: Connect a socket, with the timeout in whole milliseconds but never 0, and close it in any case.
        // TODO Task 1: Tell the failures apart, by the type of the exception.
        throw new UnsupportedOperationException("write TcpProber.probe");
    }
}
