package portzero.snippets.discovery;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import portzero.snippets.LinuxOnly;

/** Three members at one port that are bound to different addresses, and what comes to them. */
@LinuxOnly // Windows binds no socket to the address of a group
final class BoundTo {
    public static void main(String[] args) throws IOException {
        var network = NetworkInterface.getByName("lo");
        var group = InetAddress.getByName("239.255.4.6");
        var port = freePort();
        // snippet: bound
        var members = new LinkedHashMap<String, DatagramChannel>();
        for (var address : new String[] {"0.0.0.0", "239.255.4.6", "127.0.0.1"}) {
            var channel = DatagramChannel.open(StandardProtocolFamily.INET);
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(new InetSocketAddress(address, port)).configureBlocking(false);
            channel.join(group, network);
            members.put(address, channel);
        }
        tell("to the group", new InetSocketAddress(group, port), members);
        tell("to all", new InetSocketAddress("127.255.255.255", port), members);
        // end
        for (var channel : members.values()) {
            channel.close();
        }
    }

    private static void tell(String what, InetSocketAddress to, Map<String, DatagramChannel> members)
            throws IOException {
        try (var sender = DatagramChannel.open(StandardProtocolFamily.INET)) {
            sender.setOption(StandardSocketOptions.IP_MULTICAST_IF, NetworkInterface.getByName("lo"));
            sender.setOption(StandardSocketOptions.SO_BROADCAST, true);
            sender.send(ByteBuffer.allocate(1), to);
        }
        for (var member : members.entrySet()) {
            var came = member.getValue().receive(ByteBuffer.allocate(1)) != null;
            System.out.printf("%-14s bound to %-14s %s%n", what, member.getKey(), came ? "comes" : "-");
        }
    }

    /** A port that was free a moment ago. */
    private static int freePort() throws IOException {
        try (var socket = new DatagramSocket()) {
            return socket.getLocalPort();
        }
    }
}
