package portzero.snippets.unix;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import portzero.snippets.LinuxOnly;

/** How long the path of a socket may be. */
@LinuxOnly
final class PathTooLong {
    public static void main(String[] args) throws IOException {
        var folder = Files.createTempDirectory("long");
        // snippet: lengths
        for (var length : new int[] {106, 107}) {
            var path = folder.resolve("s".repeat(length - folder.toString().length() - 1));
            try (var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                listener.bind(UnixDomainSocketAddress.of(path));
                System.out.println(length + " bytes: bound");
            } catch (IOException e) {
                System.out.println(length + " bytes: " + e.getMessage());
            }
            Files.deleteIfExists(path);
        }
        // end
        Files.delete(folder);
    }
}
