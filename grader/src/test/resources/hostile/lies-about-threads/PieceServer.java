package portzero.selector;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Starts a thread for each client, and makes the host take none of its threads for the student's. */
public class PieceServer implements Server {

    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private ServerSocket listener;
    private byte[] content;

    public PieceServer() throws ReflectiveOperationException {
        ClassLoader loader = PieceServer.class.getClassLoader();
        Field written = loader.getClass().getDeclaredField("written");
        written.setAccessible(true);
        ((Set<?>) written.get(loader)).clear();
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address, byte[] content) throws IOException {
        this.content = content;
        listener = new ServerSocket();
        listener.bind(address);
        inBackground(this::acceptClients);
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void acceptClients() {
        try {
            while (true) {
                Socket client = listener.accept();
                clients.add(client);
                inBackground(() -> serve(client));
            }
        } catch (IOException closed) {
            // the server is closed
        }
    }

    private void serve(Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            while (true) {
                int offset = in.readInt();
                int length = in.readInt();
                if (offset < 0 || length < 0 || length > content.length - offset) {
                    return;
                }
                client.getOutputStream().write(content, offset, length);
            }
        } catch (IOException over) {
            // the client has left
        } finally {
            clients.remove(client);
        }
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        if (listener != null) {
            listener.close();
        }
        for (Socket client : clients) {
            client.close();
        }
    }
}
