package portzero.snippets.udp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A client that asks again when no answer comes, and a server that loses the first question. */
final class AskAgain {
    public static void main(String[] args) throws IOException, InterruptedException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var server = new DatagramSocket(0, loopback);
                var client = new DatagramSocket()) {
            var losing = new Thread(() -> loseOne(server));
            losing.start();
            client.connect(server.getLocalSocketAddress());
            System.out.println("client: " + new String(ask(client, 7, "what?"), US_ASCII));
            losing.join();
        }
    }

    // snippet: ask
    private static byte[] ask(DatagramSocket socket, int id, String question) throws IOException {
        var request = ByteBuffer.allocate(4 + question.length())
                .putInt(id)
                .put(question.getBytes(US_ASCII))
                .array();
        for (var attempt = 1; attempt <= 50; attempt++) {
            socket.send(new DatagramPacket(request, request.length)); // the same bytes each time
            try {
                return answer(socket, id);
            } catch (SocketTimeoutException lost) {
                // the question or its answer, nobody can tell which
            }
        }
        throw new SocketTimeoutException("no answer");
    }
    // end

    // snippet: answer
    private static byte[] answer(DatagramSocket socket, int id) throws IOException {
        var end = System.nanoTime() + 100_000_000; // of this attempt, whatever comes meanwhile
        var packet = new DatagramPacket(new byte[1001], 1001);
        do {
            var left = end - System.nanoTime();
            if (left <= 0) {
                throw new SocketTimeoutException();
            }
            socket.setSoTimeout((int) Math.ceil(left / 1e6)); // rounded up: 0 would mean for ever
            socket.receive(packet);
        } while (packet.getLength() < 4 || ByteBuffer.wrap(packet.getData()).getInt() != id);
        return Arrays.copyOfRange(packet.getData(), 4, packet.getLength());
    }
    // end

    private static void loseOne(DatagramSocket server) {
        try {
            var packet = new DatagramPacket(new byte[100], 100);
            server.receive(packet);
            System.out.println("server: question " + id(packet) + ", lost");
            server.receive(packet);
            System.out.println("server: question " + id(packet) + ", answered");
            var answer = ByteBuffer.allocate(6).putInt(id(packet)).put("42".getBytes(US_ASCII));
            server.send(new DatagramPacket(answer.array(), 6, packet.getSocketAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int id(DatagramPacket packet) {
        return ByteBuffer.wrap(packet.getData()).getInt();
    }
}
