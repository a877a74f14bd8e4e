package portzero.threads;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A message board that serves each client in a thread of its own. */
public class BoardServer implements Server {

    private final ServerSocket listener;
    private final Thread acceptor = new Thread(this::acceptClients, "accept");
    private final Map<Socket, Thread> clients = new HashMap<>(); // those who have a place; guarded by itself
    private Board board = new Board(List.of());
    private int limit;

    /** Opens a socket that is bound to no address yet; {@link #start} binds it. */
    public BoardServer() throws IOException {
        listener = new ServerSocket();
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address, int limit, List<String> messages) throws IOException {
        this.limit = limit;
        board = new Board(messages);
        listener.bind(address);
        acceptor.start(); // what was written before this line, the new thread sees
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void acceptClients() {
        try {
            while (true) {
                admit(listener.accept());
            }
        } catch (IOException closed) {
            // accept() fails when close() has closed the listener, and then there is nothing left to do.
        }
    }

    /** Gives the client a place and a thread, if there is a place. Looking and taking is one act. */
    private void admit(Socket client) {
        synchronized (clients) {
            if (clients.size() < limit && !listener.isClosed()) { // close() does not look for clients twice
                Thread thread = new Thread(() -> serve(client), "client-" + client.getPort());
                clients.put(client, thread);
                thread.start();
                return;
            }
        }
        refuse(client);
    }

    /** Says no. This may be done by the thread that accepts: a few bytes never wait for the client. */
    private static void refuse(Socket client) {
        try (client) {
            client.getOutputStream().write("BUSY\n".getBytes(US_ASCII));
        } catch (IOException gone) {
            // It has left already, which is what it was to do.
        }
    }

    private void serve(Socket client) {
        try (client) {
            talk(client);
        } catch (IOException lost) {
            // This client has gone, or close() has closed its socket. No other client notices.
        } finally {
            synchronized (clients) {
                clients.remove(client);
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
        Writer out = new BufferedWriter(new OutputStreamWriter(client.getOutputStream(), US_ASCII));
        out.write("HELLO\n");
        out.flush();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            answer(line, out);
            out.flush();
        }
    }

    /** Holds no lock while it writes, for a write waits as long as the client likes. */
    private void answer(String line, Writer out) throws IOException {
        if (line.startsWith("POST ") && line.length() > "POST ".length()) {
            out.write(board.post(line.substring("POST ".length())) + "\n");
        } else if (line.equals("LIST")) {
            list(board.copy(), out);
        } else if (line.equals("WHO")) {
            out.write(places() + "\n");
        } else {
            out.write("?\n");
        }
    }

    private static void list(List<String> messages, Writer out) throws IOException {
        out.write(messages.size() + "\n");
        for (String message : messages) {
            out.write(message + "\n");
        }
    }

    private int places() {
        synchronized (clients) {
            return clients.size();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close(); // from here on nobody is given a place
        Map<Socket, Thread> left;
        synchronized (clients) {
            left = Map.copyOf(clients);
        }
        for (Socket client : left.keySet()) {
            client.close(); // wakes its thread, be it in read or in write; an interrupt would not
        }
        List<Thread> threads = new ArrayList<>(left.values());
        threads.add(acceptor);
        for (Thread thread : threads) {
            join(thread); // without the lock, which a client's thread needs in order to leave
        }
    }

    private static void join(Thread thread) throws IOException {
        try {
            thread.join(); // returns at once if it was never started
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + thread.getName() + " was ending");
        }
    }
}
