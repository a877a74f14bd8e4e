package portzero.snippets.addresses;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import portzero.snippets.LinuxOnly;

/** Two listeners cannot have the same address and port. */
@LinuxOnly // for the words of the message
final class PortTaken {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        // snippet: second
        try (var first = new ServerSocket(0, 50, loopback)) {
            try (var second = new ServerSocket(first.getLocalPort(), 50, loopback)) {
                System.out.println("the second bind worked: " + second);
            } catch (BindException e) {
                System.out.println("the second bind failed: " + e.getMessage());
            }
        }
        // end
    }
}
