package portzero.snippets.udp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** One datagram there, one back to where it came from. */
final class UdpEcho {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var server = new DatagramSocket(0, loopback);
                var client = new DatagramSocket(0, loopback)) {
            // snippet: ask
            var question = "hello".getBytes(UTF_8);
            client.send(new DatagramPacket(question, question.length, loopback, server.getLocalPort()));
            // end

            // snippet: serve
            var packet = new DatagramPacket(new byte[65_535], 65_535);
            server.receive(packet); // the packet now has the sender's address, and its bytes
            server.send(new DatagramPacket(packet.getData(), packet.getLength(), packet.getSocketAddress()));
            // end

            // snippet: answer
            var answer = new DatagramPacket(new byte[65_535], 65_535);
            client.receive(answer);
            System.out.println("from port " + answer.getPort() + ": "
                    + new String(answer.getData(), 0, answer.getLength(), UTF_8));
            // end
        }
    }
}
