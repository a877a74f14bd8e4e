package portzero.snippets.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;

/** A connected socket of Java's does not send an empty datagram. */
final class EmptyConnected {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var receiver = new DatagramSocket(0, loopback);
                var plain = new DatagramSocket();
                var connected = new DatagramSocket()) {
            connected.connect(receiver.getLocalSocketAddress());
            var nothing = new DatagramPacket(new byte[0], 0, receiver.getLocalSocketAddress());
            plain.send(nothing);
            System.out.println("unconnected: " + received(receiver, 10_000));
            connected.send(nothing);
            System.out.println("connected: " + received(receiver, 300));
        }
    }

    private static String received(DatagramSocket receiver, int milliseconds) throws IOException {
        receiver.setSoTimeout(milliseconds);
        var packet = new DatagramPacket(new byte[100], 100);
        try {
            receiver.receive(packet);
            return "received " + packet.getLength() + " bytes";
        } catch (SocketTimeoutException e) {
            return "nothing came";
        }
    }
}
