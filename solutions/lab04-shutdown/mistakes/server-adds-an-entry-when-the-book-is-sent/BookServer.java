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
    private final ByteArrayOutputStream book = new ByteArrayOutputStream();
    private ServerSocket listener;

    @Override
    public InetSocketAddress start(InetSocketAddress address, byte[] pages) throws IOException {
        book.write(pages);
        listener = new ServerSocket();
        listener.bind(address);
        Thread thread = new Thread(this::acceptClients);
        thread.setDaemon(true);
        thread.start();
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void acceptClients() {
        while (!listener.isClosed()) {
            try {
                serve(listener.accept());
            } catch (IOException lost) {
                // this client only, or the server was closed
            }
        }
    }

    private void serve(Socket client) throws IOException {
        clients.add(client);
        try (client) {
            byte[] entry = readEntry(client.getInputStream());
            if (entry.length > LONGEST) {
                entry = new byte[0];
            }
            book.writeTo(client.getOutputStream());
            client.getOutputStream().write(entry);
            book.write(entry);
        } finally {
            clients.remove(client);
        }
    }

    private static byte[] readEntry(InputStream in) throws IOException {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        byte[] buffer = new byte[512];
        int n;
        while ((n = in.read(buffer)) != -1) {
            if (entry.size() <= LONGEST) {
                entry.write(buffer, 0, n);
            }
        }
        return entry.toByteArray();
    }

    @Override
    public void close() throws IOException {
        if (listener == null) {
            return;
        }
        listener.close();
        for (Socket client : clients) {
            client.close();
        }
    }
}
