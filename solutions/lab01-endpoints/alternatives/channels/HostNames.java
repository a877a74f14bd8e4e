package portzero.endpoints;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Passes on what the resolver says. */
public class HostNames implements Names {

    @Override
    public List<InetAddress> addressesOf(String host) throws UnknownHostException {
        if (host.isBlank()) {
            throw new UnknownHostException("No host was named");
        }
        try {
            return Arrays.asList(InetAddress.getAllByName(host));
        } catch (UnknownHostException unknown) {
            UnknownHostException clear = new UnknownHostException("There is no host with the name " + host);
            clear.initCause(unknown);
            throw clear;
        }
    }
}
