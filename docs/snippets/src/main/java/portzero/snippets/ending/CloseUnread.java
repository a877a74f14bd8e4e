package portzero.snippets.ending;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import portzero.snippets.LinuxOnly;

/** Closing with the request unread: what becomes of the answer. */
@LinuxOnly
final class CloseUnread {
    private static final int SMALL = 10;
    private static final int LARGE = 1 << 20;

    public static void main(String[] args) throws IOException, InterruptedException {
        System.out.println("Socket, small answer:        " + withSocket(SMALL));
        System.out.println("Socket, large answer:        " + withSocket(LARGE));
        System.out.println("SocketChannel, small answer: " + withChannel(SMALL));
    }

    // snippet: socket
    private static String withSocket(int answer) throws IOException, InterruptedException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback);
                var client = new Socket(loopback, listener.getLocalPort())) {
            client.getOutputStream().write("request".getBytes(US_ASCII));
            var server = new Thread(() -> answerAndClose(listener, answer), "server");
            server.start();
            server.join(); // even the large answer fits into the buffers
            return read(client, answer);
        }
    }

    private static void answerAndClose(ServerSocket listener, int answer) {
        try (var accepted = listener.accept()) {
            accepted.getOutputStream().write(new byte[answer]);
        } catch (IOException e) { // close comes here with the request unread
            System.out.println("server: " + e.getMessage());
        }
    }
    // end

    private static String withChannel(int answer) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = ServerSocketChannel.open().bind(new InetSocketAddress(loopback, 0));
                var client = new Socket(loopback, listener.socket().getLocalPort())) {
            client.getOutputStream().write("request".getBytes(US_ASCII));
            try (SocketChannel accepted = listener.accept()) {
                accepted.write(ByteBuffer.allocate(answer));
            }
            return read(client, answer);
        }
    }

    /** How much of the answer arrived, and how it ended. */
    private static String read(Socket client, int answer) {
        var buffer = new byte[8192];
        var total = 0;
        try {
            int n;
            while ((n = client.getInputStream().read(buffer)) != -1) {
                total += n;
            }
            return (total == answer ? "all of it" : "a part of it") + ", then the end";
        } catch (IOException e) {
            return (total == answer ? "all of it" : "not all of it") + ", then " + e.getMessage();
        }
    }
}
