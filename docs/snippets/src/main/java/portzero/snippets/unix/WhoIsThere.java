package portzero.snippets.unix;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import jdk.net.ExtendedSocketOptions;
import portzero.snippets.LinuxOnly;

/** The client of a Unix-domain socket has no name, but the kernel knows whose it is. */
@LinuxOnly
final class WhoIsThere {
    public static void main(String[] args) throws IOException {
        var folder = Files.createTempDirectory("who");
        var path = folder.resolve("server.sock");
        var address = UnixDomainSocketAddress.of(path);
        try (var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(address);
            // snippet: who
            try (var client = SocketChannel.open(address);
                    var accepted = listener.accept()) {
                System.out.println("the client's address: [" + accepted.getRemoteAddress() + "]");
                var user = accepted.getOption(ExtendedSocketOptions.SO_PEERCRED).user();
                System.out.println("the user is the owner of the file: "
                        + user.getName().equals(Files.getOwner(path).getName()));
                System.out.println("the client is still connected: " + client.isConnected());
            }
            // end
        }
        Files.delete(path);
        Files.delete(folder);
    }
}
