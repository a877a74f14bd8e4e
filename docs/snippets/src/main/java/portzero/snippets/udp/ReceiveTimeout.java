package portzero.snippets.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;

/** A receive with a time limit, after which the socket is as good as before. */
final class ReceiveTimeout {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var socket = new DatagramSocket(0, loopback)) {
            var packet = new DatagramPacket(new byte[100], 100);
            // snippet: timeout
            socket.setSoTimeout(200); // milliseconds; 0 would mean for ever
            try {
                socket.receive(packet);
            } catch (SocketTimeoutException e) {
                System.out.println("nothing came: " + e.getMessage());
            }
            // end
            socket.send(new DatagramPacket(new byte[5], 5, socket.getLocalSocketAddress()));
            socket.setSoTimeout(10_000);
            socket.receive(packet);
            System.out.println("then came " + packet.getLength() + " bytes");
        }
    }
}
