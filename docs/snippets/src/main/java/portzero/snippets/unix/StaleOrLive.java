package portzero.snippets.unix;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import portzero.snippets.LinuxOnly;

/** A file that a dead server has left is replaced, that of a live one is not. */
@LinuxOnly // where the listener's name is gone when its file is
final class StaleOrLive {
    public static void main(String[] args) throws IOException {
        var folder = Files.createTempDirectory("stale");
        var address = UnixDomainSocketAddress.of(folder.resolve("server.sock"));
        // snippet: servers
        listen(address).close(); // a server that has crashed leaves the same
        var second = listen(address);
        System.out.println("the second server has replaced the file of the first");
        try (var third = listen(address)) {
            System.out.println("the third server has started: " + third.isOpen());
        } catch (BindException e) {
            System.out.println("the third server: " + e.getMessage());
        }
        // end
        second.close();
        Files.delete(address.getPath());
        Files.delete(folder);
    }

    // snippet: listen
    private static ServerSocketChannel listen(UnixDomainSocketAddress address) throws IOException {
        if (Files.exists(address.getPath()) && !isAlive(address)) {
            Files.delete(address.getPath());
        }
        var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            return listener.bind(address);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
    }

    private static boolean isAlive(UnixDomainSocketAddress address) throws IOException {
        try (var probe = SocketChannel.open(address)) {
            return probe.isConnected();
        } catch (ConnectException e) {
            return false; // refused: a file, and nobody behind it
        }
    }
    // end
}
