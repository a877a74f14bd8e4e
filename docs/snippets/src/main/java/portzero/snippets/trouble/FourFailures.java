package portzero.snippets.trouble;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import portzero.snippets.LinuxOnly;

/** Four ways in which a connect fails, and what each throws. */
@LinuxOnly // for the words of the messages, and for the silence
final class FourFailures {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var nobody = new Socket();
                var busy = new ServerSocket(0, 1, loopback); // room for two, and both places are taken
                var first = new Socket(loopback, busy.getLocalPort());
                var second = new Socket(loopback, busy.getLocalPort())) {
            // snippet: four
            nobody.bind(new InetSocketAddress(loopback, 0)); // has a port and does not listen
            attempt("nobody listens", new InetSocketAddress(loopback, nobody.getLocalPort()));
            attempt("nobody answers", new InetSocketAddress(loopback, busy.getLocalPort()));
            attempt("no way there  ", new InetSocketAddress("224.0.0.1", 80));
            attempt("no address    ", InetSocketAddress.createUnresolved("no.such.host", 80));
            // end
            first.shutdownOutput();
            second.shutdownOutput();
        }
    }

    // snippet: attempt
    private static void attempt(String what, InetSocketAddress address) {
        try (var socket = new Socket()) {
            socket.connect(address, 200); // milliseconds
            System.out.println(what + "  connected");
        } catch (IOException e) {
            System.out.println(what + "  " + e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }
    // end
}
