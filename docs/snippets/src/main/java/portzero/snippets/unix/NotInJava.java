package portzero.snippets.unix;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.InvalidPathException;
import portzero.snippets.LinuxOnly;

/** What other languages have of Unix-domain sockets, and Java has not. */
@LinuxOnly // where paths may not hold a NUL, and abstract names begin with one
final class NotInJava {
    public static void main(String[] args) throws IOException {
        // snippet: not
        try (var datagrams = DatagramChannel.open(StandardProtocolFamily.UNIX)) {
            System.out.println("datagrams: " + datagrams.isOpen());
        } catch (UnsupportedOperationException e) {
            System.out.println("datagrams: not supported");
        }
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            System.out.println("a java.net.Socket: " + channel.socket());
        } catch (UnsupportedOperationException e) {
            System.out.println("a java.net.Socket: not supported");
        }
        try {
            System.out.println("abstract names: " + UnixDomainSocketAddress.of("\0name"));
        } catch (InvalidPathException e) {
            System.out.println("abstract names: " + e.getReason());
        }
        // end
    }
}
