package portzero.snippets.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Somebody on the way: passes on what it gets, for one connection, and keeps a copy. */
final class Wire implements Closeable {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private final ServerSocket listener = new ServerSocket(0, 50, LOOPBACK);
    private final int target;

    Wire(int target) throws IOException {
        this.target = target;
        new Thread(this::acceptOne, "wire").start();
    }

    int port() {
        return listener.getLocalPort();
    }

    /** What has come by so far, from client and server. */
    String seen() {
        return copy.toString(ISO_8859_1);
    }

    private void acceptOne() {
        try (var client = listener.accept();
                var server = new Socket(LOOPBACK, target)) {
            var back = new Thread(() -> pass(server, client), "wire-back");
            back.start();
            pass(client, server);
            back.join();
        } catch (IOException | InterruptedException e) {
            // the listener was closed, or one of the two has gone
        }
    }

    // snippet: pass
    private void pass(Socket from, Socket to) {
        var buffer = new byte[8192];
        try {
            OutputStream out = to.getOutputStream();
            int n;
            while ((n = from.getInputStream().read(buffer)) != -1) {
                copy.write(buffer, 0, n);
                out.write(buffer, 0, n);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // one of the two has gone, and the other will notice
        }
    }
    // end

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
