package portzero.endpoints;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Your way from names to addresses. What it has to do is said in {@link Names}. */
public class HostNames implements Names {

    @Override
    public List<InetAddress> addressesOf(String host) throws UnknownHostException {
        // TODO Task 3: Refuse the empty name.
        // TODO Task 3: Return all addresses of the host.
        throw new UnsupportedOperationException("write HostNames.addressesOf");
    }
}
