package portzero.snippets.ending;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import portzero.snippets.KernelTable;
import portzero.snippets.LinuxOnly;

/** One direction ends, the other goes on. */
@LinuxOnly // for the kernel's table
final class HalfClose {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback);
                var client = new Socket(loopback, listener.getLocalPort())) {
            var server = listener.accept();
            // snippet: half
            client.getOutputStream().write("question".getBytes(US_ASCII));
            client.shutdownOutput(); // sends FIN

            System.out.println("server reads: " + text(server.getInputStream().readAllBytes()));
            System.out.println("server reads again: " + server.getInputStream().read());
            printStates(client, server);

            server.getOutputStream().write("answer".getBytes(US_ASCII));
            server.close();
            System.out.println("client reads: " + text(client.getInputStream().readAllBytes()));
            // end
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, US_ASCII);
    }

    private static void printStates(Socket client, Socket server) throws IOException {
        KernelTable.await("FIN_WAIT2", client.getLocalPort(), server.getLocalPort());
        System.out.println("client: " + KernelTable.state(client.getLocalPort(), server.getLocalPort()));
        System.out.println("server: " + KernelTable.state(server.getLocalPort(), client.getLocalPort()));
    }
}
