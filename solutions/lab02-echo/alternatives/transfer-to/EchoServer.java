package portzero.echo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** An echo server that leaves the loop over the bytes to {@link java.io.InputStream#transferTo}. */
public class EchoServer implements Server {

    private final ServerSocket listener;

    /** Opens a socket that is bound to no address yet; {@link #start} binds it. */
    public EchoServer() throws IOException {
        listener = new ServerSocket();
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        listener.bind(address);
        Thread thread = new Thread(this::acceptClients, "echo");
        thread.setDaemon(true);
        thread.start();
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void acceptClients() {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                client.getInputStream().transferTo(client.getOutputStream());
            } catch (IOException ended) {
                // Either this client's connection failed or the server was closed; the loop's condition tells which.
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
