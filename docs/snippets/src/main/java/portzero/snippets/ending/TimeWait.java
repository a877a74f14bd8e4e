package portzero.snippets.ending;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import portzero.snippets.KernelTable;
import portzero.snippets.LinuxOnly;

/** The side that closes first holds TIME_WAIT. */
@LinuxOnly
final class TimeWait {
    public static void main(String[] args) throws IOException {
        closeInOrder("client");
        closeInOrder("server");
    }

    // snippet: order
    private static void closeInOrder(String first) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback);
                var client = new Socket(loopback, listener.getLocalPort());
                var server = listener.accept()) {
            var active = first.equals("client") ? client : server;
            var passive = first.equals("client") ? server : client;
            active.close();
            passive.getInputStream().read(); // -1: the FIN has arrived
            passive.close();

            KernelTable.await("TIME_WAIT", active.getLocalPort(), passive.getLocalPort());
            System.out.println("the " + first + " closed first");
            System.out.println("  its end:       " + state(active, passive));
            System.out.println("  the other end: " + state(passive, active));
        }
    }
    // end

    private static String state(Socket end, Socket other) throws IOException {
        return KernelTable.state(end.getLocalPort(), other.getLocalPort());
    }
}
