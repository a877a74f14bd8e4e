package portzero.snippets.ending;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import portzero.snippets.KernelTable;
import portzero.snippets.LinuxOnly;

/** A port with a connection in TIME_WAIT can be bound again if address reuse is on. */
@LinuxOnly
final class AddressReuse {
    public static void main(String[] args) throws IOException {
        try (var untouched = new ServerSocket()) {
            System.out.println("reuse by default: " + untouched.getReuseAddress());
        }
        var port = portInTimeWait();
        bind(port, false);
        bind(port, true);
    }

    // snippet: bind
    private static void bind(int port, boolean reuse) throws IOException {
        try (var listener = new ServerSocket()) {
            listener.setReuseAddress(reuse); // before bind, or it has no effect
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            System.out.println("reuse " + reuse + ": bound");
        } catch (BindException e) {
            System.out.println("reuse " + reuse + ": " + e.getMessage());
        }
    }
    // end

    /** A port that a server has just used: it closed its connection first. */
    private static int portInTimeWait() throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback)) {
            var client = new Socket(loopback, listener.getLocalPort());
            var server = listener.accept();
            server.close();
            client.getInputStream().read();
            client.close();
            KernelTable.await("TIME_WAIT", listener.getLocalPort(), client.getLocalPort());
            return listener.getLocalPort();
        }
    }
}
