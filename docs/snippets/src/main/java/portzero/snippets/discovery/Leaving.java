package portzero.snippets.discovery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import portzero.snippets.LinuxOnly;

/** What the kernel knows of a member, and what comes to it, before and after it leaves. */
@LinuxOnly
final class Leaving {
    public static void main(String[] args) throws IOException {
        var network = NetworkInterface.getByName("lo");
        var address = InetAddress.getByName("239.255.4.5");
        try (var channel = DatagramChannel.open(StandardProtocolFamily.INET)) {
            channel.bind(null).setOption(StandardSocketOptions.IP_MULTICAST_IF, network);
            var local = (InetSocketAddress) channel.getLocalAddress();
            var group = new InetSocketAddress(address, local.getPort());
            channel.configureBlocking(false);
            // snippet: leave
            var membership = channel.join(address, network);
            System.out.println("joined: " + listed() + ", " + sent(channel, group));
            membership.drop();
            System.out.println("left: " + listed() + ", " + sent(channel, group));
            // end
        }
    }

    /** The kernel writes the address as a number in its own byte order. */
    private static String listed() throws IOException {
        var table = Files.readString(Path.of("/proc/net/igmp"));
        return table.contains("0504FFEF") || table.contains("EFFF0405") ? "in the list" : "not in the list";
    }

    private static String sent(DatagramChannel channel, InetSocketAddress group) throws IOException {
        channel.send(ByteBuffer.allocate(1), group);
        return channel.receive(ByteBuffer.allocate(1)) == null ? "nothing comes" : "the datagram comes";
    }
}
