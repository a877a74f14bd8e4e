package portzero.snippets.selectors;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** A channel that is closed keeps its port until its selector has let go of it. */
final class KeptPort {
    public static void main(String[] args) throws IOException {
        try (var selector = Selector.open()) {
            var listener = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var address = listener.getLocalAddress();
            listener.configureBlocking(false);
            listener.register(selector, SelectionKey.OP_ACCEPT);
            // snippet: close
            listener.close();
            System.out.println("open: " + listener.isOpen() + ", a client is " + connect(address));

            selector.selectNow(); // any selection will do
            System.out.println("after a selection a client is " + connect(address));
            // end
        }
    }

    private static String connect(SocketAddress address) throws IOException {
        try (var client = SocketChannel.open(address)) {
            return client.isConnected() ? "connected" : "not connected";
        } catch (ConnectException refused) {
            return "refused";
        }
    }
}
