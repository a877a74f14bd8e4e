package portzero.snippets.discovery;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.StandardSocketOptions;

/** How far a socket's datagrams to a group may go. */
final class TimesToLive {
    public static void main(String[] args) throws IOException {
        // snippet: ttl
        try (var socket = new DatagramSocket()) {
            System.out.println("at first " + socket.getOption(StandardSocketOptions.IP_MULTICAST_TTL));
            socket.setOption(StandardSocketOptions.IP_MULTICAST_TTL, 4);
            System.out.println("then " + socket.getOption(StandardSocketOptions.IP_MULTICAST_TTL));
        }
        // end
    }
}
