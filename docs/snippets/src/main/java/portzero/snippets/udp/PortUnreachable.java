package portzero.snippets.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import portzero.snippets.LinuxOnly;

/** Sending to a port where nobody listens: only a connected socket may hear of it. */
@LinuxOnly
final class PortUnreachable {
    public static void main(String[] args) throws IOException {
        var nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
        try (var plain = new DatagramSocket();
                var connected = new DatagramSocket()) {
            connected.connect(nobody);
            ask("unconnected", plain, nobody);
            ask("connected", connected, nobody);
        }
    }

    // snippet: ask
    private static void ask(String what, DatagramSocket socket, SocketAddress nobody) throws IOException {
        socket.setSoTimeout(300);
        socket.send(new DatagramPacket(new byte[1], 1, nobody));
        try {
            socket.receive(new DatagramPacket(new byte[1], 1));
        } catch (PortUnreachableException e) {
            System.out.println(what + ": port unreachable");
        } catch (SocketTimeoutException e) {
            System.out.println(what + ": " + e.getMessage());
        }
    }
    // end

    /** A port that was free a moment ago. */
    private static int freePort() throws IOException {
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
