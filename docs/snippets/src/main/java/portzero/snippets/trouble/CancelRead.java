package portzero.snippets.trouble;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** An interrupt does not end a read of a platform thread; closing the socket does. */
final class CancelRead {
    public static void main(String[] args) throws IOException, InterruptedException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback)) {
            var client = new Socket(loopback, listener.getLocalPort());
            var reader = new Thread(() -> read(client));
            reader.start();
            // snippet: cancel
            reader.interrupt();
            reader.join(200);
            System.out.println("after interrupt it still waits: " + reader.isAlive());
            client.close();
            reader.join();
            System.out.println("after close it does: " + reader.isAlive());
            // end
        }
    }

    private static void read(Socket socket) {
        try {
            socket.getInputStream().read();
        } catch (IOException closed) {
            System.out.println("read: " + closed.getClass().getSimpleName());
        }
    }
}
