package portzero.endpoints;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

public class HostNames implements Names {

    @Override
    public List<InetAddress> addressesOf(String host) throws UnknownHostException {
        if (host.isEmpty()) {
            throw new UnknownHostException("no name");
        }
        return Stream.of(InetAddress.getAllByName(host))
                .filter(Inet4Address.class::isInstance)
                .toList();
    }
}
