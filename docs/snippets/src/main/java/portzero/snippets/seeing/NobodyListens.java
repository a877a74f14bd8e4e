package portzero.snippets.seeing;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import portzero.snippets.PlaysInTranscript;

/** Holds two ports on which nobody listens, so that no other program takes them meanwhile. */
@PlaysInTranscript
final class NobodyListens {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var tcp = SocketChannel.open();
                var udp = new DatagramSocket(0, loopback)) {
            tcp.bind(new InetSocketAddress(loopback, 0)); // bound, and no listener
            udp.connect(udp.getLocalSocketAddress()); // deaf to all but itself
            var tcpPort = tcp.socket().getLocalPort();
            Orders.follow((protocol, ignored) -> String.valueOf(protocol.equals("tcp") ? tcpPort : udp.getLocalPort()));
        }
    }
}
