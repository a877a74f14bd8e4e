package portzero.snippets.ending;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import portzero.snippets.KernelTable;
import portzero.snippets.LinuxOnly;

/** Writing to a peer that has closed: the first write works, the second tells. */
@LinuxOnly // for the words of the message
final class WriteAfterClose {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback);
                var client = new Socket(loopback, listener.getLocalPort())) {
            var server = listener.accept();
            var serverPort = listener.getLocalPort();
            // snippet: writes
            server.close();
            KernelTable.await("CLOSE_WAIT", client.getLocalPort(), serverPort); // FIN is here
            System.out.println("isConnected: " + client.isConnected());

            client.getOutputStream().write(1);
            System.out.println("first write: no error");

            KernelTable.await("gone", client.getLocalPort(), serverPort); // RST is here
            try {
                client.getOutputStream().write(2);
            } catch (IOException e) {
                System.out.println("second write: " + e.getMessage());
            }
            System.out.println("isConnected: " + client.isConnected());
            // end
        }
    }
}
