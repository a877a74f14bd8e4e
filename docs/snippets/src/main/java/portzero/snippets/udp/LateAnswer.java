package portzero.snippets.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/** The answer to question 1 comes when the client waits for that to question 2. */
final class LateAnswer {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var server = new DatagramSocket(0, loopback);
                var client = new DatagramSocket(0, loopback)) {
            // snippet: late
            client.connect(server.getLocalSocketAddress());
            send(server, 1, client); // the client has given up on question 1 meanwhile
            send(server, 2, client);

            var packet = new DatagramPacket(new byte[100], 100);
            for (var i = 1; i <= 2; i++) {
                client.receive(packet);
                var id =
                        ByteBuffer.wrap(packet.getData(), 0, packet.getLength()).getInt();
                System.out.println("an answer to question " + id + (id == 2 ? ": mine" : ": too late"));
            }
            // end
        }
    }

    private static void send(DatagramSocket from, int id, DatagramSocket to) throws IOException {
        var bytes = ByteBuffer.allocate(4).putInt(id).array();
        from.send(new DatagramPacket(bytes, bytes.length, to.getLocalSocketAddress()));
    }
}
