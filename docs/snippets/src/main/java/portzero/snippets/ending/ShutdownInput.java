package portzero.snippets.ending;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import portzero.snippets.LinuxOnly;

/** What shutdownInput does: nothing that the peer could notice. */
@LinuxOnly
final class ShutdownInput {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback);
                var deaf = new Socket(loopback, listener.getLocalPort());
                var peer = listener.accept()) {
            // snippet: deaf
            var in = deaf.getInputStream(); // before, for afterwards it is refused
            deaf.shutdownInput();
            System.out.println("own read gives " + in.read());

            peer.getOutputStream().write(1);
            peer.getOutputStream().write(2);
            System.out.println("the peer has written twice and noticed nothing");

            try {
                deaf.getInputStream();
            } catch (IOException e) {
                System.out.println("getInputStream afterwards: " + e.getMessage());
            }
            // end
        }
    }
}
