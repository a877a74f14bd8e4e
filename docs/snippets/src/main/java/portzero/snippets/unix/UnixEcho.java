package portzero.snippets.unix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;

/** The echo pair, with a path in place of an address and a port. */
final class UnixEcho {
    public static void main(String[] args) throws IOException {
        var folder = Files.createTempDirectory("echo");
        var path = folder.resolve("echo.sock");
        // snippet: pair
        var address = UnixDomainSocketAddress.of(path);
        try (var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(address); // makes the file
            try (var client = SocketChannel.open(address);
                    var accepted = listener.accept()) {
                client.write(ByteBuffer.wrap("hello".getBytes(UTF_8)));
                client.shutdownOutput();
                echo(accepted);
                accepted.shutdownOutput();
                var answer = Channels.newInputStream(client).readAllBytes();
                System.out.println("client got: " + new String(answer, UTF_8));
            }
        } finally {
            Files.deleteIfExists(path); // close does not
        }
        // end
        Files.delete(folder);
    }

    // snippet: echo
    private static void echo(SocketChannel peer) throws IOException {
        var buffer = ByteBuffer.allocate(8192);
        while (peer.read(buffer) != -1) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                peer.write(buffer);
            }
            buffer.clear();
        }
    }
    // end
}
