package portzero.snippets.addresses;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** From names to addresses. */
final class Names {
    public static void main(String[] args) throws UnknownHostException {
        // snippet: names
        System.out.println(InetAddress.getAllByName("127.0.0.1")[0]);
        System.out.println(InetAddress.getAllByName("::1")[0]);
        for (var address : InetAddress.getAllByName("localhost")) {
            System.out.println("localhost is loopback: " + address.isLoopbackAddress());
            break; // one or two, depending on the machine
        }
        try {
            InetAddress.getAllByName("no-such-host.invalid");
        } catch (UnknownHostException e) {
            System.out.println("UnknownHostException for no-such-host.invalid");
        }
        // end
    }
}
