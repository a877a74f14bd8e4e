package portzero.snippets.unix;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import portzero.snippets.LinuxOnly;

/** A folder that only its owner may enter guards every socket in it. */
@LinuxOnly
final class WhoMayConnect {
    public static void main(String[] args) throws IOException {
        // snippet: folder
        var folder = Files.createTempDirectory("private"); // for nobody but you, from the start
        System.out.println("folder: " + permissions(folder));
        // end
        var path = folder.resolve("server.sock");
        // snippet: file
        try (var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(path));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw----"));
            System.out.println("socket: " + permissions(path));
        }
        // end
        Files.delete(path);
        Files.delete(folder);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
