package portzero.snippets.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;

/** A receiver that is too slow loses datagrams, and the sender does not notice. */
final class Overflow {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var receiver = new DatagramSocket(0, loopback);
                var sender = new DatagramSocket()) {
            // snippet: overflow
            var packet = new DatagramPacket(new byte[5000], 5000, receiver.getLocalSocketAddress());
            for (var i = 0; i < 10_000; i++) {
                sender.send(packet);
            }
            System.out.println("10000 sends have returned");
            System.out.println("all of them arrived: " + (count(receiver) == 10_000));
            // end
        }
    }

    private static int count(DatagramSocket receiver) throws IOException {
        receiver.setSoTimeout(300);
        for (var count = 0; ; count++) {
            try {
                receiver.receive(new DatagramPacket(new byte[5000], 5000));
            } catch (SocketTimeoutException e) {
                return count;
            }
        }
    }
}
