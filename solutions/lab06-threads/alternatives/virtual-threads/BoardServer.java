package portzero.threads;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A message board with a virtual thread for each client: the same blocking code, and threads that cost little. */
public class BoardServer implements Server {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final Lock lock = new ReentrantLock(); // guards the messages
    private final List<String> messages = new ArrayList<>();
    private final ServerSocket listener;
    private Semaphore places = new Semaphore(0);

    public BoardServer() throws IOException {
        listener = new ServerSocket();
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address, int limit, List<String> first) throws IOException {
        places = new Semaphore(limit);
        messages.addAll(first);
        listener.bind(address);
        threads.execute(this::acceptClients);
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void acceptClients() {
        try {
            while (true) {
                Socket client = listener.accept();
                threads.execute(() -> meet(client));
            }
        } catch (IOException closed) {
            // close() has closed the listener.
        }
    }

    private void meet(Socket client) {
        if (!places.tryAcquire()) {
            end(client, "BUSY\n");
            return;
        }
        clients.add(client);
        try (client) {
            if (!listener.isClosed()) { // close() may have come too early to find this client in the set
                talk(client);
            }
        } catch (IOException lost) {
            // This client only.
        } finally {
            clients.remove(client);
            places.release();
        }
    }

    private static void end(Socket client, String farewell) {
        try (client) {
            client.getOutputStream().write(farewell.getBytes(US_ASCII));
        } catch (IOException gone) {
            // So has the client.
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
        OutputStream out = client.getOutputStream();
        out.write("HELLO\n".getBytes(US_ASCII));
        for (String line = readLine(in); line != null; line = readLine(in)) {
            out.write(answer(line).getBytes(US_ASCII));
        }
    }

    /** Up to the next line feed, and null at the end: readLine() would end a line at a carriage return, too. */
    private static String readLine(Reader in) throws IOException {
        var line = new StringBuilder();
        int c;
        while ((c = in.read()) != '\n') {
            if (c == -1) {
                return null;
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private String answer(String line) {
        if (line.startsWith("POST ") && line.length() > 5) {
            return post(line.substring(5)) + "\n";
        }
        return switch (line) {
            case "LIST" -> list();
            case "WHO" -> clients.size() + "\n";
            default -> "?\n";
        };
    }

    private int post(String text) {
        lock.lock();
        try {
            messages.add(text);
            return messages.size();
        } finally {
            lock.unlock();
        }
    }

    private String list() {
        lock.lock();
        try {
            var list = new StringBuilder().append(messages.size()).append('\n');
            messages.forEach(message -> list.append(message).append('\n'));
            return list.toString();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket client : clients) {
            client.close();
        }
        threads.close(); // waits for all of them
    }
}
