package portzero.snippets.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** One send is one receive, and a datagram may be empty. */
final class Boundaries {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var receiver = new DatagramSocket(0, loopback);
                var sender = new DatagramSocket()) {
            // snippet: boundaries
            for (var size : new int[] {3, 5, 0}) {
                sender.send(new DatagramPacket(new byte[size], size, loopback, receiver.getLocalPort()));
            }
            for (var i = 1; i <= 3; i++) {
                var packet = new DatagramPacket(new byte[100], 100);
                receiver.receive(packet);
                System.out.println("receive " + i + " got " + packet.getLength() + " bytes");
            }
            // end
        }
    }
}
