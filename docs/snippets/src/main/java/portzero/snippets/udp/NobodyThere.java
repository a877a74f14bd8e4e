package portzero.snippets.udp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Talking to a port where nobody listens: TCP says so at once, UDP does not. */
final class NobodyThere {
    public static void main(String[] args) throws IOException {
        var nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
        // snippet: nobody
        try (var stream = new Socket()) {
            stream.connect(nobody);
        } catch (ConnectException e) {
            System.out.println("TCP: connect has failed");
        }
        try (var socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(new byte[5], 5, nobody));
            System.out.println("UDP: send has returned");
        }
        // end
    }

    /** A port that was free a moment ago. */
    private static int freePort() throws IOException {
        try (var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            return listener.getLocalPort();
        }
    }
}
