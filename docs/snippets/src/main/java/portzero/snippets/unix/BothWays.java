package portzero.snippets.unix;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;

/** What two programs come to that both write and do not read. */
final class BothWays {
    public static void main(String[] args) throws IOException {
        var folder = Files.createTempDirectory("both");
        var address = UnixDomainSocketAddress.of(folder.resolve("server.sock"));
        try (var listener =
                        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address);
                var client = SocketChannel.open(address);
                var server = listener.accept()) {
            // snippet: stuck
            System.out.println("the client could send 64 MiB: " + fill(client, 64 << 20));
            System.out.println("the server could answer 64 MiB: " + fill(server, 64 << 20));
            // end
        }
        Files.delete(address.getPath());
        Files.delete(folder);
    }

    // snippet: fill
    private static boolean fill(SocketChannel channel, int length) throws IOException {
        channel.configureBlocking(false); // a channel that blocks would stay in write for ever
        var bytes = ByteBuffer.allocate(length);
        while (channel.write(bytes) > 0) {}
        return !bytes.hasRemaining();
    }
    // end
}
