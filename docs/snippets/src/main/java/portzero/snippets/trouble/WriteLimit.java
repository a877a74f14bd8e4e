package portzero.snippets.trouble;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A write to a peer that does not read ends only when the socket is closed. */
final class WriteLimit {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        var timer = Executors.newSingleThreadScheduledExecutor();
        try (var listener = new ServerSocket(0, 50, loopback);
                var client = new Socket(loopback, listener.getLocalPort());
                var server = listener.accept()) { // it never reads
            // snippet: limit
            client.setSoTimeout(100); // has no say in this
            var alarm = timer.schedule(() -> close(client), 300, TimeUnit.MILLISECONDS);
            try {
                client.getOutputStream().write(new byte[64 << 20]);
            } catch (IOException e) {
                System.out.println("the write ended, closed by the alarm: " + client.isClosed());
            } finally {
                alarm.cancel(false);
            }
            // end
            server.shutdownOutput();
        } finally {
            timer.shutdown();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            System.out.println(gone.getMessage());
        }
    }
}
