package portzero.echo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/** An echo server whose acceptor and clients are tasks of the common pool. */
public class EchoServer implements Server {

    private final ServerSocket listener;

    public EchoServer() throws IOException {
        listener = new ServerSocket();
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        listener.bind(address);
        CompletableFuture.runAsync(this::acceptClients);
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void acceptClients() {
        try {
            while (true) {
                Socket client = listener.accept();
                CompletableFuture.runAsync(() -> serve(client));
            }
        } catch (IOException closed) {
            // by close()
        }
    }

    private static void serve(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException lost) {
            // this client only
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
