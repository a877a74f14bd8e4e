package portzero.snippets.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** A server that gives a repeated question the same answer, and does its work once. */
final class Tickets {
    private final Map<Question, Integer> tickets = new HashMap<>();
    private int last;

    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var server = new DatagramSocket(0, loopback);
                var client = new DatagramSocket(0, loopback)) {
            var tickets = new Tickets();
            for (var id : new int[] {7, 7, 8}) {
                var question = ByteBuffer.allocate(4).putInt(id).array();
                client.send(new DatagramPacket(question, 4, server.getLocalSocketAddress()));
                tickets.serve(server);
                var answer = new DatagramPacket(new byte[8], 8);
                client.receive(answer);
                System.out.println("question " + id + ": ticket "
                        + ByteBuffer.wrap(answer.getData()).getInt(4));
            }
        }
    }

    // snippet: serve
    private record Question(SocketAddress client, int id) {}

    private void serve(DatagramSocket server) throws IOException {
        var packet = new DatagramPacket(new byte[100], 100);
        server.receive(packet);
        if (packet.getLength() < 4) {
            return; // not a question
        }
        var question = new Question(
                packet.getSocketAddress(), ByteBuffer.wrap(packet.getData()).getInt());
        var ticket = tickets.computeIfAbsent(question, isNew -> ++last);
        var answer = ByteBuffer.allocate(8).putInt(question.id()).putInt(ticket);
        server.send(new DatagramPacket(answer.array(), 8, question.client()));
    }
    // end
}
