package portzero.endpoints;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Asks the system's resolver, for all addresses rather than for one. */
public class HostNames implements Names {

    @Override
    public List<InetAddress> addressesOf(String host) throws UnknownHostException {
        if (host.isEmpty()) { // Java would take it for loopback
            throw new UnknownHostException("The empty name has no address; name a host");
        }
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException unknown) {
            throw new UnknownHostException("The host has no address");
        }
    }
}
