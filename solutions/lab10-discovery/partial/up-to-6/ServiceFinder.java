package portzero.discovery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** Your finder. What it has to do is said in {@link Finder}. */
public class ServiceFinder implements Finder {

    // TODO Task 8: Keep what you need for giving each query an id of its own.

    @Override
    public List<FoundService> find(String type, InetSocketAddress group, String interfaceName, Duration wait)
            throws IOException {
        // TODO Task 8: Send a query by the interface of that name.
        // TODO Task 8: Gather the answers until the time is over, each service once, and ignore what is no answer.
        throw new UnsupportedOperationException("write ServiceFinder.find");
    }

    @Override
    public List<FoundService> findByBroadcast(String type, InetSocketAddress broadcast, Duration wait)
            throws IOException {
        // TODO Task 9: Do the same with a query to the broadcast address, which a socket must be allowed to use.
        throw new UnsupportedOperationException("write ServiceFinder.findByBroadcast");
    }
}
