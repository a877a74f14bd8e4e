package portzero.snippets.discovery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import portzero.snippets.LinuxOnly;

/** A question to a group, and the answers of as many as there are. */
@LinuxOnly
final class Gathering {
    public static void main(String[] args) throws IOException {
        var group = new InetSocketAddress(InetAddress.getByName("239.255.4.7"), freePort());
        for (var name : new String[] {"attic", "cellar", "hall"}) {
            answer(group, name);
        }
        System.out.println(gather(group, Duration.ofMillis(500)));
    }

    // snippet: gather
    private static Set<String> gather(InetSocketAddress group, Duration wait) throws IOException {
        var found = new TreeSet<String>();
        try (var socket = new DatagramSocket()) {
            socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, NetworkInterface.getByName("lo"));
            var end = System.nanoTime() + wait.toNanos();
            socket.send(new DatagramPacket(new byte[] {'?'}, 1, group));
            while (true) {
                var packet = new DatagramPacket(new byte[100], 100);
                socket.setSoTimeout(millisecondsUntil(end));
                socket.receive(packet);
                found.add(new String(packet.getData(), 0, packet.getLength(), US_ASCII));
            }
        } catch (SocketTimeoutException over) {
            return found;
        }
    }
    // end

    private static int millisecondsUntil(long end) throws SocketTimeoutException {
        var left = end - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException();
        }
        return (int) Math.ceil(left / 1e6);
    }

    /** Answers one question, in a thread of its own. */
    private static void answer(InetSocketAddress group, String name) throws IOException {
        var socket = new DatagramSocket(null);
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(group.getPort()));
        socket.joinGroup(group, NetworkInterface.getByName("lo"));
        new Thread(() -> {
                    try (socket) {
                        // snippet: answer
                        var question = new DatagramPacket(new byte[100], 100);
                        socket.receive(question);
                        var bytes = name.getBytes(US_ASCII);
                        socket.send(new DatagramPacket(bytes, bytes.length, question.getSocketAddress()));
                        // end
                    } catch (IOException e) {
                        System.out.println(e);
                    }
                })
                .start();
    }

    /** A port that was free a moment ago. */
    private static int freePort() throws IOException {
        try (var socket = new DatagramSocket()) {
            return socket.getLocalPort();
        }
    }
}
