package portzero.snippets.discovery;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import portzero.snippets.LinuxOnly;

/** Who may send to a broadcast address. */
@LinuxOnly
final class BroadcastPermission {
    public static void main(String[] args) throws IOException {
        var all = new InetSocketAddress("127.255.255.255", 9);
        try (var socket = new DatagramSocket();
                var channel = DatagramChannel.open(StandardProtocolFamily.INET)) {
            // snippet: permission
            System.out.println("a new DatagramSocket may: " + socket.getBroadcast());
            System.out.println("a new DatagramChannel may: " + channel.getOption(StandardSocketOptions.SO_BROADCAST));
            try {
                channel.send(ByteBuffer.allocate(1), all);
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
            channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
            System.out.println("sent " + channel.send(ByteBuffer.allocate(1), all) + " byte");
            // end
        }
    }
}
