package portzero.endpoints;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** Streams what the resolver gives. */
public class HostNames implements Names {

    @Override
    public List<InetAddress> addressesOf(String host) throws UnknownHostException {
        if (host.length() == 0) {
            throw new UnknownHostException("empty host name");
        }
        return Stream.of(InetAddress.getAllByName(host)).toList();
    }
}
