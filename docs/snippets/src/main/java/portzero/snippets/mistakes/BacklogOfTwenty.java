package portzero.snippets.mistakes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A backlog may be larger than 5, and what has been accepted does not count. */
final class BacklogOfTwenty {
    public static void main(String[] args) throws IOException {
        // snippet: twenty
        try (var listener = new ServerSocket(0, 20, InetAddress.getLoopbackAddress())) {
            var sockets = new ArrayList<Socket>();
            connect(20, listener, sockets);
            System.out.println("connected, nobody has called accept: " + sockets.size());
            for (var i = 0; i < 20; i++) {
                sockets.add(listener.accept());
            }
            connect(20, listener, sockets);
            System.out.println("connected while 20 are being served: " + (sockets.size() - 40));
            // end
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    // snippet: connect
    private static void connect(int clients, ServerSocket listener, List<Socket> sockets) throws IOException {
        for (var i = 0; i < clients; i++) {
            sockets.add(new Socket(listener.getInetAddress(), listener.getLocalPort()));
        }
    }
    // end
}
