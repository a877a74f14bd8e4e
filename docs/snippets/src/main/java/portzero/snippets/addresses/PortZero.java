package portzero.snippets.addresses;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Port 0 means: give me one that is free. */
final class PortZero {
    public static void main(String[] args) throws IOException {
        // snippet: bind
        try (var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.out.println("asked for port 0, got port " + listener.getLocalPort());
        }
        // end
    }
}
