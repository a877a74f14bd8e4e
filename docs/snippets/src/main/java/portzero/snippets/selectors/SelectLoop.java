package portzero.snippets.selectors;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** One thread serves a client although another, which came first, is silent. */
final class SelectLoop {
    public static void main(String[] args) throws IOException {
        // snippet: open
        var selector = Selector.open();
        var listener = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
        // end
        var address = (InetSocketAddress) listener.getLocalAddress();
        var thread = new Thread(() -> loop(selector, listener));
        thread.setDaemon(true);
        thread.start();

        // snippet: clients
        try (var silent = new Socket(address.getAddress(), address.getPort());
                var second = new Socket(address.getAddress(), address.getPort())) {
            second.getOutputStream().write("hello".getBytes(US_ASCII));
            System.out.println("the second client gets "
                    + new String(second.getInputStream().readNBytes(5), US_ASCII));
            silent.getOutputStream().write("at last".getBytes(US_ASCII));
            System.out.println("the first client gets "
                    + new String(silent.getInputStream().readNBytes(7), US_ASCII));
        }
        // end
    }

    // snippet: loop
    private static void loop(Selector selector, ServerSocketChannel listener) {
        try {
            while (true) {
                selector.select(); // the only place to wait
                for (SelectionKey key : selector.selectedKeys()) {
                    if (key.isAcceptable()) {
                        accept(selector, listener);
                    } else {
                        echo((SocketChannel) key.channel());
                    }
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException broken) {
            System.out.println("the loop has ended: " + broken);
        }
    }
    // end

    // snippet: accept
    private static void accept(Selector selector, ServerSocketChannel listener) throws IOException {
        SocketChannel client = listener.accept();
        if (client != null) {
            client.configureBlocking(false);
            client.register(selector, SelectionKey.OP_READ);
        }
    }
    // end

    private static void echo(SocketChannel client) throws IOException {
        var buffer = ByteBuffer.allocate(1024);
        if (client.read(buffer) == -1) {
            client.close();
            return;
        }
        client.write(buffer.flip()); // so little that it fits
    }
}
