package portzero.snippets.discovery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;
import portzero.snippets.LinuxOnly;

/** Two members of a group on one machine, and somebody who sends to it. */
@LinuxOnly // where the loopback interface carries multicast without being asked to
final class GroupChat {
    public static void main(String[] args) throws IOException {
        var network = NetworkInterface.getByName("lo");
        var group = new InetSocketAddress(InetAddress.getByName("239.255.4.2"), freePort());
        try (var ada = member(group, network);
                var ben = member(group, network);
                var somebody = new DatagramSocket()) {
            send(somebody, group, network);
            receive("Ada", ada);
            receive("Ben", ben);
        }
    }

    // snippet: join
    private static DatagramSocket member(InetSocketAddress group, NetworkInterface network) throws IOException {
        var socket = new DatagramSocket(null);
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(group.getPort()));
        socket.joinGroup(group, network);
        return socket;
    }
    // end

    // snippet: send
    private static void send(DatagramSocket socket, InetSocketAddress group, NetworkInterface network)
            throws IOException {
        socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, network);
        var bytes = "hello, all of you".getBytes(US_ASCII);
        socket.send(new DatagramPacket(bytes, bytes.length, group));
    }
    // end

    private static void receive(String name, DatagramSocket socket) throws IOException {
        var packet = new DatagramPacket(new byte[100], 100);
        socket.receive(packet);
        System.out.println(name + " got: " + new String(packet.getData(), 0, packet.getLength(), US_ASCII));
    }

    /** A port that was free a moment ago. */
    private static int freePort() throws IOException {
        try (var socket = new DatagramSocket()) {
            return socket.getLocalPort();
        }
    }
}
