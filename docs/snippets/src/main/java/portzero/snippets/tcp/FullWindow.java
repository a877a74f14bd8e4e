package portzero.snippets.tcp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** A peer that does not read stops the one that writes. */
final class FullWindow {
    public static void main(String[] args) throws IOException {
        try (var listener =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                var writer = SocketChannel.open(listener.getLocalAddress());
                var reader = listener.accept()) {
            // snippet: full
            writer.configureBlocking(false); // write what fits, never wait
            var bytes = ByteBuffer.allocate(64 << 20);
            while (writer.write(bytes) > 0) {
                Thread.onSpinWait();
            }
            System.out.println("some of 64 MiB was taken: " + (bytes.position() > 0));
            System.out.println("all of it was taken: " + !bytes.hasRemaining());
            // end

            // snippet: again
            reader.configureBlocking(false);
            var taken = ByteBuffer.allocate(1 << 20);
            int more;
            while ((more = writer.write(bytes)) == 0) {
                reader.read(taken.clear());
            }
            System.out.println("after the peer has read, more is taken: " + (more > 0));
            // end
        }
    }
}
