package portzero.snippets.ending;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import portzero.snippets.KernelTable;
import portzero.snippets.LinuxOnly;

/** A connection whose peer has closed stays in CLOSE_WAIT until its owner closes it too. */
@LinuxOnly
final class CloseWait {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback)) {
            var client = new Socket(loopback, listener.getLocalPort());
            var server = listener.accept();
            // snippet: leak
            client.close();
            System.out.println("server reads " + server.getInputStream().read());
            print(server, client); // the server has been told and does nothing
            server.close();
            print(server, client);
            // end
        }
    }

    private static void print(Socket server, Socket client) throws IOException {
        System.out.println("server's end: " + KernelTable.state(server.getLocalPort(), client.getLocalPort()));
    }
}
