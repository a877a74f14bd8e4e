package portzero.shutdown;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

public class BookServer implements Server {

    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final ByteArrayOutputStream book = new ByteArrayOutputStream(); // guarded by itself
    private volatile boolean stopped;
    private ServerSocket listener;

    @Override
    public InetSocketAddress start(InetSocketAddress address, byte[] pages) throws IOException {
        book.writeBytes(pages);
        listener = new ServerSocket();
        try {
            listener.setReuseAddress(true);
            listener.bind(address);
        } catch (IOException failed) {
            listener.close();
            throw failed;
        }
        inBackground(this::acceptClients);
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    private void acceptClients() {
        while (!stopped) {
            try {
                Socket client = listener.accept();
                clients.add(client);
                byte[] answer = soFar();
                inBackground(() -> serve(client, answer));
            } catch (IOException refused) {
                // Either the server was closed, and the loop ends, or one client was lost.
            }
        }
    }

    private byte[] soFar() {
        synchronized (book) {
            return book.toByteArray();
        }
    }

    private void serve(Socket client, byte[] answer) {
        try (client) {
            if (!stopped) {
                byte[] entry = enter(client.getInputStream());
                client.getOutputStream().write(answer);
                client.getOutputStream().write(entry);
                client.shutdownOutput();
            }
        } catch (IOException lost) {
            // nothing was added
        } finally {
            clients.remove(client);
        }
    }

    private byte[] enter(InputStream in) throws IOException {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        byte[] block = new byte[512];
        int n;
        while ((n = in.read(block)) != -1) {
            if (entry.size() <= LONGEST) {
                entry.write(block, 0, n);
            }
        }
        synchronized (book) {
            if (entry.size() > LONGEST) {
                return new byte[0];
            }
            entry.writeTo(book);
            return entry.toByteArray();
        }
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "book");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        stopped = true;
        if (listener != null) {
            listener.close();
        }
        for (Socket client : clients) {
            client.close();
        }
    }
}
