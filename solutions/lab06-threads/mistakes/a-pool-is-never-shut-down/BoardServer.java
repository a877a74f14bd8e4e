package portzero.threads;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

public class BoardServer implements Server {

    private final List<String> messages = new ArrayList<>();
    private final Set<Socket> clients = new HashSet<>();
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private ServerSocket listener;
    private Thread acceptor;
    private int limit;

    @Override
    public InetSocketAddress start(InetSocketAddress address, int limit, List<String> messages) throws IOException {
        this.limit = limit;
        this.messages.addAll(messages);
        listener = new ServerSocket(address.getPort(), 50, address.getAddress());
        acceptor = new Thread(this::acceptClients);
        acceptor.start();
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void acceptClients() {
        try {
            while (true) {
                Socket client = listener.accept();
                if (enter(client)) {
                    pool.execute(() -> serve(client));
                } else {
                    refuse(client);
                }
            }
        } catch (IOException closed) {
            // the server was closed
        }
    }

    private boolean enter(Socket client) {
        synchronized (clients) {
            if (clients.size() >= limit) {
                return false;
            }
            return clients.add(client);
        }
    }

    private void leave(Socket client) {
        synchronized (clients) {
            clients.remove(client);
        }
    }

    private void refuse(Socket client) {
        try (client) {
            say("BUSY", client.getOutputStream());
        } catch (IOException gone) {
            // it has left by itself
        }
    }

    private void serve(Socket client) {
        try (client) {
            talk(client);
        } catch (IOException lost) {
            // this client only
        } finally {
            leave(client);
            LockSupport.parkNanos(300_000_000); // for what threads do at the end, such as writing a log
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
        OutputStream out = client.getOutputStream();
        say("HELLO", out);
        String line;
        while ((line = readLine(in)) != null) {
            answer(line, out);
        }
    }

    private static String readLine(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        int c;
        while ((c = in.read()) != '\n') {
            if (c < 0) {
                return null;
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private void answer(String line, OutputStream out) throws IOException {
        if (line.startsWith("POST ") && line.length() > 5) {
            say(String.valueOf(post(line.substring(5))), out);
        } else if (line.equals("LIST")) {
            list(out);
        } else if (line.equals("WHO")) {
            say(String.valueOf(who()), out);
        } else {
            say("?", out);
        }
    }

    private int post(String text) {
        synchronized (messages) {
            messages.add(text);
            return messages.size();
        }
    }

    private void list(OutputStream out) throws IOException {
        List<String> copy;
        synchronized (messages) {
            copy = new ArrayList<>(messages);
        }
        say(String.valueOf(copy.size()), out);
        for (String message : copy) {
            say(message, out);
        }
    }

    private int who() {
        synchronized (clients) {
            return clients.size();
        }
    }

    private static void say(String line, OutputStream out) throws IOException {
        out.write((line + "\n").getBytes(US_ASCII));
    }

    @Override
    public void close() throws IOException {
        if (listener == null) {
            return;
        }
        listener.close();
        join(acceptor);
        synchronized (clients) {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
