package portzero.snippets.selectors;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Two ways to make a selector return at once, for ever. */
final class ReadyForEver {
    public static void main(String[] args) throws IOException {
        try (var selector = Selector.open();
                var listener =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                var peer = SocketChannel.open(listener.getLocalAddress())) {
            var channel = listener.accept();
            channel.configureBlocking(false);
            // snippet: write
            var key = channel.register(selector, SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            System.out.println("with OP_WRITE, nothing to write: " + ready(selector) + " of 1000");

            key.interestOps(SelectionKey.OP_READ);
            System.out.println("without OP_WRITE: " + ready(selector) + " of 1000");
            // end

            // snippet: end
            peer.shutdownOutput();
            selector.select(); // the end of the stream arrives
            System.out.println("the stream has ended: " + ready(selector) + " of 1000");

            channel.close();
            System.out.println("the channel is closed: " + ready(selector) + " of 1000");
            System.out.println("keys left: " + selector.keys().size());
            // end
        }
    }

    // snippet: ready
    private static int ready(Selector selector) throws IOException {
        int times = 0;
        for (int i = 0; i < 1000; i++) {
            selector.selectedKeys().clear();
            times += selector.selectNow(); // as select, but it does not wait
        }
        return times;
    }
    // end
}
