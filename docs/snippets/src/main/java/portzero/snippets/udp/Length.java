package portzero.snippets.udp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** What was received is the first part of the array, not the array. */
final class Length {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var receiver = new DatagramSocket(0, loopback);
                var sender = new DatagramSocket(0, loopback)) {
            send(sender, "first message", receiver);
            send(sender, "hi", receiver);
            // snippet: length
            var packet = new DatagramPacket(new byte[13], 13);
            receiver.receive(packet); // "first message"
            receiver.receive(packet); // "hi"
            System.out.println(new String(packet.getData(), 0, packet.getLength(), US_ASCII));
            System.out.println(new String(packet.getData(), US_ASCII)); // wrong
            // end
        }
    }

    private static void send(DatagramSocket from, String text, DatagramSocket to) throws IOException {
        var bytes = text.getBytes(US_ASCII);
        from.send(new DatagramPacket(bytes, bytes.length, to.getLocalSocketAddress()));
    }
}
