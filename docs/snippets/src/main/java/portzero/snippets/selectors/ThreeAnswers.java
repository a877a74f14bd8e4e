package portzero.snippets.selectors;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** What non-blocking calls return when there is nothing to wait for. */
final class ThreeAnswers {
    public static void main(String[] args) throws IOException {
        try (var listener =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            // snippet: accept
            listener.configureBlocking(false);
            System.out.println("accept gives " + listener.accept());
            // end

            // snippet: read
            try (var peer = SocketChannel.open(listener.getLocalAddress());
                    var channel = accepted(listener)) {
                channel.configureBlocking(false);
                var buffer = ByteBuffer.allocate(100);

                System.out.println("nothing has come: read gives " + channel.read(buffer));

                peer.write(ByteBuffer.wrap("hello".getBytes(US_ASCII)));
                System.out.println("five bytes have come: read gives " + awaitRead(channel, buffer));

                peer.shutdownOutput();
                System.out.println("the stream has ended: read gives " + awaitRead(channel, buffer));
            }
            // end
        }
    }

    /** Loopback is quick, but it is not instant. */
    private static int awaitRead(SocketChannel channel, ByteBuffer buffer) throws IOException {
        int n = channel.read(buffer);
        while (n == 0) {
            Thread.onSpinWait();
            n = channel.read(buffer);
        }
        return n;
    }

    private static SocketChannel accepted(ServerSocketChannel listener) throws IOException {
        var channel = listener.accept();
        while (channel == null) {
            Thread.onSpinWait();
            channel = listener.accept();
        }
        return channel;
    }
}
