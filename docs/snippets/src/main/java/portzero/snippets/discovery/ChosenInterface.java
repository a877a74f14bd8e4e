package portzero.snippets.discovery;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import portzero.snippets.LinuxOnly;

/** Joining chooses where to receive, and nothing else. */
@LinuxOnly
final class ChosenInterface {
    public static void main(String[] args) throws IOException {
        var group = new InetSocketAddress(InetAddress.getByName("239.255.4.3"), freePort());
        try (var socket = new DatagramSocket(null)) {
            // snippet: interface
            var network = NetworkInterface.getByName("lo");
            System.out.println("says that it supports multicast: " + network.supportsMulticast());
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(group.getPort()));
            socket.joinGroup(group, network);
            System.out.println("sent by the system's choice: " + comesBack(socket, group));

            socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, network);
            System.out.println("sent by lo: " + comesBack(socket, group));
            // end
        }
    }

    private static String comesBack(DatagramSocket socket, InetSocketAddress group) throws IOException {
        socket.setSoTimeout(200);
        try {
            socket.send(new DatagramPacket(new byte[1], 1, group));
            socket.receive(new DatagramPacket(new byte[1], 1));
            return "comes back";
        } catch (SocketTimeoutException | SocketException e) { // sent elsewhere, or there is no other interface
            return "nothing comes";
        }
    }

    /** A port that was free a moment ago. */
    private static int freePort() throws IOException {
        try (var socket = new DatagramSocket()) {
            return socket.getLocalPort();
        }
    }
}
