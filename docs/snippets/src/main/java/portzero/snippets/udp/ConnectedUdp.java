package portzero.snippets.udp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** A connected datagram socket takes datagrams from its peer only. */
final class ConnectedUdp {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var client = new DatagramSocket(0, loopback);
                var server = new DatagramSocket(0, loopback);
                var stranger = new DatagramSocket(0, loopback)) {
            // snippet: connect
            client.connect(server.getLocalSocketAddress());
            send(stranger, "from a stranger", client);
            send(server, "from the server", client);

            var packet = new DatagramPacket(new byte[100], 100);
            client.receive(packet);
            System.out.println("got: " + new String(packet.getData(), 0, packet.getLength(), US_ASCII));
            // end
        }
    }

    private static void send(DatagramSocket from, String text, DatagramSocket to) throws IOException {
        var bytes = text.getBytes(US_ASCII);
        from.send(new DatagramPacket(bytes, bytes.length, to.getLocalSocketAddress()));
    }
}
