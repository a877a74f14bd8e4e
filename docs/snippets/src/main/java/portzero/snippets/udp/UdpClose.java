package portzero.snippets.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** Closing a datagram socket wakes the thread that waits in receive, and gives the port back. */
final class UdpClose {
    public static void main(String[] args) throws IOException, InterruptedException {
        // snippet: close
        var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        var address = socket.getLocalSocketAddress();
        var server = new Thread(() -> receiveUntilClosed(socket));
        server.start();

        socket.close();
        server.join(); // returns, because receive has thrown
        new DatagramSocket(address).close();
        System.out.println("the port is free");
        // end
    }

    // snippet: receive
    private static void receiveUntilClosed(DatagramSocket socket) {
        var packet = new DatagramPacket(new byte[100], 100);
        while (!socket.isClosed()) {
            try {
                socket.receive(packet);
            } catch (IOException e) {
                // closed, or this one datagram failed: the condition of the loop tells
            }
        }
        System.out.println("the thread has ended");
    }
    // end
}
