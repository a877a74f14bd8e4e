package portzero.endpoints;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** From names to addresses. */
public interface Names {

    /**
     * All addresses of a host, IPv4 and IPv6, in the order in which the system's resolver gives them.
     *
     * <p>The order matters: the system puts first what it thinks will work best. An address in text, such as
     * {@code 127.0.0.1} or {@code ::1}, is that one address and is not looked up.
     *
     * @param host a name or an address, the latter without brackets
     * @return at least one address
     * @throws UnknownHostException if the host has no address, and then its message has the name; or if the host is
     *     the empty text, which is loopback to one language and every address to another, and here is neither
     */
    List<InetAddress> addressesOf(String host) throws UnknownHostException;
}
