package portzero.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Right, but for thousands of connections that it leaves in the kernel's table, where they outlive it by a minute. */
public class EchoServer extends TrappedServer {

    private static final int MANY = 6_000;

    public EchoServer() throws IOException {}

    @Override
    void spring() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < MANY; i++) {
                try (Socket client = new Socket(server.getInetAddress(), server.getLocalPort())) {
                    client.close();
                    server.accept().close();
                }
            }
        }
    }
}
