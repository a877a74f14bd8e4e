package portzero.snippets.tcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A client, and a server that serves it once: every call of a TCP conversation in one place. */
final class EchoOnce {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        // snippet: calls
        try (var listener = new ServerSocket(0, 50, loopback); // socket, bind, listen
                var client = new Socket(loopback, listener.getLocalPort())) { // socket, connect
            client.getOutputStream().write("hello".getBytes(UTF_8)); // send
            client.shutdownOutput(); // shutdown

            try (var accepted = listener.accept()) { // accept
                echo(accepted.getInputStream(), accepted.getOutputStream()); // recv, send
            } // close

            var answer = client.getInputStream().readAllBytes(); // recv until the end
            System.out.println("client got: " + new String(answer, UTF_8));
        } // close
        // end
    }

    // snippet: loop
    private static void echo(InputStream in, OutputStream out) throws IOException {
        var buffer = new byte[8192];
        int n;
        while ((n = in.read(buffer)) != -1) {
            out.write(buffer, 0, n);
        }
    }
    // end
}
