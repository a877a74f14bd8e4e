package portzero.snippets.unix;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import portzero.snippets.LinuxOnly;

/** Close the listener, and its file is still there: it answers nobody, and nobody can bind it. */
@LinuxOnly // for the words of the messages
final class FileStays {
    public static void main(String[] args) throws IOException {
        var folder = Files.createTempDirectory("stays");
        var path = folder.resolve("server.sock");
        var address = UnixDomainSocketAddress.of(path);
        // snippet: stays
        connect("before there was a server", address);
        bind("the first bind", address); // and closed again
        System.out.println("the file is there: " + Files.exists(path));
        connect("after the server has gone", address);
        bind("the second bind", address);
        Files.delete(path);
        bind("after the file was deleted", address);
        // end
        Files.delete(path);
        Files.delete(folder);
    }

    // snippet: try
    private static void bind(String what, UnixDomainSocketAddress address) {
        try (var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(address);
            System.out.println(what + ": done");
        } catch (IOException e) {
            System.out.println(what + ": " + e.getMessage());
        }
    }

    private static void connect(String what, UnixDomainSocketAddress address) {
        try (var client = SocketChannel.open(address)) {
            System.out.println(what + ": connected, " + client.isConnected());
        } catch (IOException e) {
            System.out.println(what + ": " + e.getMessage());
        }
    }
    // end
}
