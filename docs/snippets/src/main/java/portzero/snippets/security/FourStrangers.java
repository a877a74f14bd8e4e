package portzero.snippets.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Three strangers who mean no good and one who does; the server outlives them all. */
final class FourStrangers {
    private static final int LIMIT_MILLIS = 300;
    private static final int MAX_LENGTH = 1000;

    public static void main(String[] args) throws IOException {
        try (var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            // snippet: strangers
            meet("says nothing", listener);
            meet("announces 2 GiB", listener, 0x7f, 0xff, 0xff, 0xff);
            meet("announces -1", listener, 0xff, 0xff, 0xff, 0xff);
            meet("is polite", listener, 0, 0, 0, 2, 'h', 'i');
            // end
        }
    }

    private static void meet(String what, ServerSocket listener, int... bytes) throws IOException {
        try (var stranger = new Socket(listener.getInetAddress(), listener.getLocalPort())) {
            for (var b : bytes) {
                stranger.getOutputStream().write(b);
            }
            System.out.println("a client " + what + ": " + serveOne(listener));
        }
    }

    // snippet: serve
    private static String serveOne(ServerSocket listener) throws IOException {
        try (var client = listener.accept()) {
            client.setSoTimeout(LIMIT_MILLIS);
            return "served, " + receive(new DataInputStream(client.getInputStream()));
        } catch (SocketTimeoutException e) {
            return "too slow";
        } catch (ProtocolException | EOFException e) {
            return "refused, " + e.getMessage();
        }
    }

    private static String receive(DataInputStream in) throws IOException {
        var length = in.readInt();
        if (length < 0 || length > MAX_LENGTH) { // before anything is allocated
            throw new ProtocolException("a length of " + length);
        }
        var message = new byte[length];
        in.readFully(message);
        return new String(message, US_ASCII);
    }
    // end
}
