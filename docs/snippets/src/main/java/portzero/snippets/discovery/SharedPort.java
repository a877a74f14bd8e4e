package portzero.snippets.discovery;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;

/** A UDP port that several sockets have, and one that they do not. */
final class SharedPort {
    public static void main(String[] args) throws IOException {
        // snippet: share
        try (var first = new DatagramSocket(null)) {
            first.setReuseAddress(true);
            first.bind(new InetSocketAddress(0));
            bind("with address reuse", first.getLocalPort(), true);
            bind("without", first.getLocalPort(), false);
        }
        // end
    }

    private static void bind(String what, int port, boolean reuse) throws SocketException {
        try (var second = new DatagramSocket(null)) {
            second.setReuseAddress(reuse);
            second.bind(new InetSocketAddress(port));
            System.out.println(what + ": shares the port");
        } catch (BindException e) {
            System.out.println(what + ": " + e.getMessage());
        }
    }
}
