package portzero.selector;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public class PieceServer implements Server {

    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private ServerSocket listener;
    private byte[] content;

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

    private void inBackground(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        threads.add(thread);
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
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
