package portzero.snippets.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import portzero.snippets.LinuxOnly;

/** The most that fits into one datagram over IPv4. */
@LinuxOnly // for the words of the message
final class Largest {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var receiver = new DatagramSocket(0, loopback);
                var sender = new DatagramSocket(0, loopback)) {
            // snippet: sizes
            for (var size : new int[] {65_507, 65_508}) {
                try {
                    sender.send(new DatagramPacket(new byte[size], size, loopback, receiver.getLocalPort()));
                    System.out.println(size + " bytes: sent");
                } catch (IOException e) {
                    System.out.println(size + " bytes: " + e.getMessage());
                }
            }
            // end
        }
    }
}
