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

/** Two members of one machine, and from where their messages seem to come. */
@LinuxOnly
final class OwnEcho {
    public static void main(String[] args) throws IOException {
        var group = new InetSocketAddress(InetAddress.getByName("239.255.4.4"), freePort());
        try (var ada = member(group);
                var ben = member(group)) {
            // snippet: own
            send(ada, "from Ada", group);
            send(ben, "from Ben", group);
            var first = receive(ada);
            var second = receive(ada);
            var same = first.getSocketAddress().equals(second.getSocketAddress());
            System.out.println("Ada got “" + text(first) + "” and “" + text(second) + "”");
            System.out.println("from the same address and port: " + same);
            // end
            receive(ben);
            receive(ben);
            // snippet: loop
            ada.setOption(StandardSocketOptions.IP_MULTICAST_LOOP, false);
            send(ada, "is anybody there", group);
            System.out.println("switched off, and over lo Ada still got “" + text(receive(ada)) + "”");
            // end
        }
    }

    private static DatagramSocket member(InetSocketAddress group) throws IOException {
        var network = NetworkInterface.getByName("lo");
        var socket = new DatagramSocket(null);
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(group.getPort()));
        socket.joinGroup(group, network);
        socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, network);
        return socket;
    }

    private static void send(DatagramSocket socket, String text, InetSocketAddress group) throws IOException {
        var bytes = text.getBytes(US_ASCII);
        socket.send(new DatagramPacket(bytes, bytes.length, group));
    }

    private static DatagramPacket receive(DatagramSocket socket) throws IOException {
        var packet = new DatagramPacket(new byte[100], 100);
        socket.receive(packet);
        return packet;
    }

    private static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength(), US_ASCII);
    }

    /** A port that was free a moment ago. */
    private static int freePort() throws IOException {
        try (var socket = new DatagramSocket()) {
            return socket.getLocalPort();
        }
    }
}
