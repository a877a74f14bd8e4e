package portzero.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Leaves thousands of closed connections in the network, which the kernel remembers for a minute. */
public class EchoServer extends TrappedServer {

    private static final int MANY = 6_000;

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        Thread thread = new Thread(EchoServer::connectAndClose);
        thread.setDaemon(true);
        thread.start();
        thread.join(1_500);
        throw new IOException("so much for that");
    }

    private static void connectAndClose() {
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = (InetSocketAddress) listener.getLocalSocketAddress();
            for (int i = 0; i < MANY; i++) {
                try (Socket client = new Socket(address.getAddress(), address.getPort());
                        Socket server = listener.accept()) {
                    client.getOutputStream().write(1);
                    server.getInputStream().read();
                }
            }
        } catch (IOException full) {
            // all the better
        }
    }
}
