package portzero.snippets.selectors;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Writes a large answer in as many parts as it takes, and waits for room in between. */
final class RestOfAnAnswer {
    public static void main(String[] args) throws IOException, InterruptedException {
        try (var selector = Selector.open();
                var listener =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                var peer = SocketChannel.open(listener.getLocalAddress());
                var channel = listener.accept()) {
            channel.configureBlocking(false);
            var key = channel.register(selector, 0);

            // snippet: first
            var answer = ByteBuffer.allocateDirect(16 << 20);
            int first = channel.write(answer);
            System.out.println("the first write took a part: " + (first > 0 && answer.hasRemaining()));
            int more;
            do {
                more = channel.write(answer); // whatever still fits
            } while (more > 0);
            System.out.println("in the end a write takes " + more);
            // end

            // snippet: rest
            var reader = new Thread(() -> readAll(peer, 16 << 20));
            reader.start();
            while (answer.hasRemaining()) {
                key.interestOps(SelectionKey.OP_WRITE);
                selector.select(); // returns when there is room again
                selector.selectedKeys().clear();
                channel.write(answer);
            }
            key.interestOps(0); // nothing left: no more waiting for room
            // end
            reader.join();
        }
    }

    private static void readAll(SocketChannel peer, int length) {
        try {
            var all = ByteBuffer.allocate(length);
            while (all.hasRemaining() && peer.read(all) != -1) {
                Thread.onSpinWait();
            }
            System.out.println("arrived in the end: " + all.position() + " bytes");
        } catch (IOException failed) {
            System.out.println("the answer broke off: " + failed);
        }
    }
}
