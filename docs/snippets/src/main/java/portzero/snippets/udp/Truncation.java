package portzero.snippets.udp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** What does not fit into the buffer is thrown away, and nobody says so. */
final class Truncation {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var receiver = new DatagramSocket(0, loopback);
                var sender = new DatagramSocket()) {
            // snippet: cut
            send(sender, "ten bytes!", receiver);
            send(sender, "next", receiver);

            var small = new DatagramPacket(new byte[4], 4);
            receiver.receive(small);
            System.out.println("a buffer of 4 got \"" + text(small) + "\"");

            var large = new DatagramPacket(new byte[100], 100);
            receiver.receive(large);
            System.out.println("then came \"" + text(large) + "\"");
            // end
        }
    }

    private static void send(DatagramSocket from, String text, DatagramSocket to) throws IOException {
        var bytes = text.getBytes(US_ASCII);
        from.send(new DatagramPacket(bytes, bytes.length, to.getLocalSocketAddress()));
    }

    private static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength(), US_ASCII);
    }
}
