package portzero.snippets.unix;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import portzero.snippets.LinuxOnly;

/** The same name is not the same file. */
@LinuxOnly // where a file has a key
final class OwnFile {
    public static void main(String[] args) throws IOException {
        var folder = Files.createTempDirectory("own");
        var path = folder.resolve("server.sock");
        // snippet: mine
        var first = listen(path);
        var mine = key(path);
        System.out.println("mine after the bind: " + mine.equals(key(path)));
        Files.delete(path); // somebody tidies up, and somebody else starts a server
        var second = listen(path);
        System.out.println("a file is there: " + Files.exists(path));
        System.out.println("it is mine: " + mine.equals(key(path)));
        // end
        first.close();
        second.close();
        Files.delete(path);
        Files.delete(folder);
    }

    private static ServerSocketChannel listen(Path path) throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path));
    }

    // snippet: key
    private static Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }
    // end
}
