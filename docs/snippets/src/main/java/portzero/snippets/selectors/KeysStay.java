package portzero.snippets.selectors;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** The selector adds to the set of selected keys and never takes one out. */
final class KeysStay {
    public static void main(String[] args) throws IOException {
        try (var selector = Selector.open();
                var listener =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                var peer = SocketChannel.open(listener.getLocalAddress())) {
            listener.configureBlocking(false);
            listener.register(selector, SelectionKey.OP_ACCEPT);
            // snippet: first
            selector.select();
            System.out.println(
                    "a client has come, selected: " + selector.selectedKeys().size());
            var client = listener.accept();
            client.configureBlocking(false);
            client.register(selector, SelectionKey.OP_READ);
            // end

            // snippet: second
            peer.write(ByteBuffer.wrap(new byte[1]));
            int changed = selector.select(); // only the client has something new
            System.out.println("changed: " + changed + ", selected: "
                    + selector.selectedKeys().size());
            System.out.println("who trusts the set accepts again and gets " + listener.accept());
            // end
            client.close();
        }
    }
}
