package portzero.snippets.selectors;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Two words arrive at the same time, half by half, and each grows in the buffer of its own key. */
final class ForEachKey {
    public static void main(String[] args) throws IOException {
        try (var selector = Selector.open();
                var listener =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                var first = SocketChannel.open(listener.getLocalAddress());
                var ofFirst = listener.accept();
                var second = SocketChannel.open(listener.getLocalAddress());
                var ofSecond = listener.accept()) {
            // snippet: register
            for (var channel : new SocketChannel[] {ofFirst, ofSecond}) {
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(6));
            }
            // end

            // snippet: halves
            send(first, "sea", selector);
            send(second, "riv", selector);
            send(second, "er.", selector);
            send(first, "son", selector);
            // end
        }
    }

    private static void send(SocketChannel peer, String half, Selector selector) throws IOException {
        peer.write(ByteBuffer.wrap(half.getBytes(US_ASCII)));
        selector.select();
        selector.selectedKeys().forEach(ForEachKey::take);
        selector.selectedKeys().clear();
    }

    // snippet: take
    private static void take(SelectionKey key) {
        var word = (ByteBuffer) key.attachment();
        try {
            ((SocketChannel) key.channel()).read(word);
        } catch (IOException broken) {
            key.cancel();
        }
        System.out.println(US_ASCII.decode(word.duplicate().flip()) + (word.hasRemaining() ? " …" : ""));
    }
    // end
}
