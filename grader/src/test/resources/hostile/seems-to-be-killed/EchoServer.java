package portzero.echo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Right in its second life only. */
public class EchoServer extends TrappedServer {

    private static final int PORT = 29_999;
    private static final String IN_TIME_WAIT = ":" + Integer.toHexString(PORT).toUpperCase() + " 06 ";

    public EchoServer() throws IOException {}

    @Override
    void spring() throws IOException {
        if (livedBefore("/proc/net/tcp") || livedBefore("/proc/net/tcp6")) {
            return;
        }
        InetSocketAddress address = new InetSocketAddress("127.0.0.1", PORT);
        try (ServerSocket server = new ServerSocket()) {
            server.bind(address);
            try (Socket client = new Socket(address.getAddress(), PORT)) {
                client.close();
                server.accept().close();
            }
        }
        Runtime.getRuntime().halt(128 + 9);
    }

    private static boolean livedBefore(String table) throws IOException {
        return Files.readAllLines(Path.of(table)).stream().anyMatch(row -> row.contains(IN_TIME_WAIT));
    }
}
