package portzero.snippets.sockets;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A connection is a pair of endpoints, and each side sees the pair from its own end. */
final class TwoEndpoints {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        // snippet: pair
        try (var listener = new ServerSocket(0, 50, loopback);
                var first = new Socket(loopback, listener.getLocalPort());
                var second = new Socket(loopback, listener.getLocalPort());
                var servesFirst = listener.accept();
                var servesSecond = listener.accept()) {
            print("first client ", first);
            print("  its server ", servesFirst);
            print("second client", second);
            print("  its server ", servesSecond);
        }
        // end
    }

    private static void print(String who, Socket socket) {
        System.out.println(who + "  " + socket.getLocalSocketAddress() + " -> " + socket.getRemoteSocketAddress());
    }
}
