package portzero.snippets.addresses;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import portzero.snippets.LinuxOnly;

/** A listener on one address is not reached by another; a listener on the wildcard is reached by all. */
@LinuxOnly // where every address that begins with 127 is this machine
final class LoopbackOrWildcard {
    public static void main(String[] args) throws IOException {
        // snippet: listeners
        var oneAddress = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var wildcard = new InetSocketAddress(0); // no address: every one of this machine
        // end
        tryBoth("listening on 127.0.0.1", oneAddress);
        tryBoth("listening on the wildcard", wildcard);
    }

    // snippet: try
    private static void tryBoth(String what, InetSocketAddress address) throws IOException {
        try (var listener = new ServerSocket()) {
            listener.bind(address);
            System.out.println(what);
            for (byte last = 1; last <= 2; last++) {
                connect(InetAddress.getByAddress(new byte[] {127, 0, 0, last}), listener.getLocalPort());
            }
        }
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (var client = new Socket(address, port)) {
            System.out.println("  " + client.getInetAddress().getHostAddress() + ": connected");
        } catch (ConnectException e) {
            System.out.println("  " + address.getHostAddress() + ": " + e.getMessage());
        }
    }
    // end
}
