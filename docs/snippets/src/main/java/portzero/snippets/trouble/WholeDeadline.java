package portzero.snippets.trouble;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A deadline for many reads: each gets what is left of the time. */
final class WholeDeadline {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback);
                var client = new Socket(loopback, listener.getLocalPort());
                var server = listener.accept()) {
            var dripping = new Thread(() -> drip(server));
            dripping.start();
            try {
                read(client, new byte[1_000_000], 300);
            } catch (SocketTimeoutException e) {
                System.out.println("gave up although bytes kept coming");
            }
        }
    }

    // snippet: read
    static void read(Socket socket, byte[] bytes, int milliseconds) throws IOException {
        var end = System.nanoTime() + milliseconds * 1_000_000L;
        for (var filled = 0; filled < bytes.length; ) {
            var left = end - System.nanoTime();
            if (left <= 0) {
                throw new SocketTimeoutException("the time is up");
            }
            socket.setSoTimeout((int) (left / 1_000_000) + 1); // rounded up: 0 would mean “for ever”
            var n = socket.getInputStream().read(bytes, filled, bytes.length - filled);
            if (n < 0) {
                throw new EOFException("the stream has ended");
            }
            filled += n;
        }
    }
    // end

    // snippet: drip
    private static void drip(Socket client) {
        try {
            while (true) {
                client.getOutputStream().write('.');
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException gone) {
            // the client has had enough
        }
    }
    // end
}
