package portzero.threads;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.function.Predicate.not;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/** A message board that serves each client in a thread of its own. */
public class BoardServer implements Server {

    private static final long PAUSE = 10_000_000; // nanoseconds

    private final ServerSocket listener;
    private final Thread acceptor = new Thread(this::acceptClients, "accept");
    private final List<Thread> threads = new ArrayList<>(); // the acceptor's, and when it has ended, close's
    private final Set<Socket> clients = new HashSet<>(); // those who have a place; guarded by itself
    private final Semaphore places = new Semaphore(0); // that are free
    private Board board = new Board(List.of());

    /** Makes a socket that is bound to no address yet; {@link #start} binds it. */
    public BoardServer() throws IOException {
        listener = new ServerSocket();
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address, int limit, List<String> messages) throws IOException {
        places.release(limit);
        board = new Board(messages);
        listener.bind(address);
        acceptor.start(); // what was written before this line, the new thread sees
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void acceptClients() {
        while (true) {
            try {
                admit(listener.accept());
            } catch (IOException failed) {
                if (listener.isClosed()) {
                    return; // by close()
                }
                LockSupport.parkNanos(PAUSE); // “Too many open files”, for example, until a client leaves
            }
        }
    }

    private void admit(Socket client) {
        if (!enter(client)) {
            refuse(client);
            return;
        }
        threads.removeIf(not(Thread::isAlive));
        Thread thread = new Thread(() -> serve(client), "client-" + client.getPort());
        threads.add(thread);
        thread.start();
    }

    /** Gives the client a place if there is one. Looking and taking is one act. */
    private boolean enter(Socket client) {
        if (!places.tryAcquire()) {
            return false;
        }
        synchronized (clients) {
            return clients.add(client);
        }
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
            places.release(); // and once more below
        } finally {
            places.release();
            synchronized (clients) {
                clients.remove(client);
            }
        }
    }

    private void talk(Socket client) throws IOException {
        Reader in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
        Writer out = new BufferedWriter(new OutputStreamWriter(client.getOutputStream(), US_ASCII));
        out.write("HELLO\n");
        out.flush();
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != -1; c = in.read()) {
            if (c == '\n') { // readLine() would take a carriage return for an end, too
                answer(line.toString(), out);
                out.flush();
                line.setLength(0);
            } else {
                line.append((char) c);
            }
        }
    }

    /** Holds no lock while it writes, for a write waits as long as the client likes. */
    private void answer(String line, Writer out) throws IOException {
        if (line.startsWith("POST ") && line.length() > "POST ".length()) {
            out.write(board.post(line.substring("POST ".length())) + "\n");
        } else if (line.equals("LIST")) {
            list(board.copy(), out);
        } else if (line.equals("WHO")) {
            out.write(present().size() + "\n");
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

    @Override
    public void close() throws IOException {
        listener.close();
        try {
            acceptor.join(); // from here on nobody is given a place or a thread
            for (Socket client : present()) {
                client.close(); // wakes its thread, be it in read or in write; an interrupt would not
            }
            for (Thread thread : threads) {
                thread.join(); // without the lock, which a client's thread needs in order to leave
            }
        } catch (InterruptedException early) { // close() can be called again
            throw new InterruptedIOException("interrupted while the server's threads were about to end");
        }
    }

    private List<Socket> present() {
        synchronized (clients) {
            return List.copyOf(clients);
        }
    }
}
