package portzero.snippets.unix;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import portzero.snippets.LinuxOnly;

/** A listener whose file was deleted lives on, and nobody finds it. */
@LinuxOnly // for the words of the message
final class DeletedWhileListening {
    public static void main(String[] args) throws IOException {
        var folder = Files.createTempDirectory("deleted");
        var address = UnixDomainSocketAddress.of(folder.resolve("server.sock"));
        // snippet: deleted
        try (var first = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address);
                var early = SocketChannel.open(address)) {
            Files.delete(address.getPath());
            try (var late = SocketChannel.open(address)) {
                System.out.println("late client: connected, " + late.isConnected());
            } catch (IOException e) {
                System.out.println("late client: " + e.getMessage());
            }
            try (var second = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                second.bind(address);
                System.out.println("second server: bound");
            }
            System.out.println("first server: open, " + first.isOpen());
            System.out.println("early client: connected, " + early.isConnected());
        }
        // end
        Files.delete(address.getPath());
        Files.delete(folder);
    }
}
