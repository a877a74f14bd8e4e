package portzero.snippets.api;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A connect that is refused, as Java tells it: by an exception, now or later. */
final class Refused {
    public static void main(String[] args) throws IOException {
        try (var taken = SocketChannel.open()) { // bound, but nobody listens: this port refuses
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            waiting(taken.getLocalAddress());
            notWaiting(taken.getLocalAddress());
        }
    }

    private static void waiting(SocketAddress place) throws IOException {
        // snippet: connect
        try (var client = new Socket()) {
            client.connect(place, 1000);
        } catch (ConnectException e) {
            System.out.println("connect threw " + e.getClass().getSimpleName() + ": " + e.getMessage());
        }
        // end
    }

    private static void notWaiting(SocketAddress place) throws IOException {
        // snippet: finish
        try (var client = SocketChannel.open();
                var selector = Selector.open()) {
            client.configureBlocking(false);
            client.register(selector, SelectionKey.OP_CONNECT);
            client.connect(place); // starts it
            selector.select(); // waits until it has ended, well or badly
            client.finishConnect(); // says which
        } catch (ConnectException e) {
            System.out.println("finishConnect threw " + e.getClass().getSimpleName() + ": " + e.getMessage());
        }
        // end
    }
}
