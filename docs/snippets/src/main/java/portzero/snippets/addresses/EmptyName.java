package portzero.snippets.addresses;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** In Java an empty host name is the loopback address, not the wildcard. */
final class EmptyName {
    public static void main(String[] args) throws UnknownHostException {
        // snippet: empty
        var empty = InetAddress.getAllByName("")[0];
        System.out.println("\"\" is loopback: " + empty.isLoopbackAddress());
        System.out.println("\"\" is wildcard: " + empty.isAnyLocalAddress());

        var wildcard = new InetSocketAddress(0).getAddress();
        System.out.println("no address is loopback: " + wildcard.isLoopbackAddress());
        System.out.println("no address is wildcard: " + wildcard.isAnyLocalAddress());
        // end
    }
}
