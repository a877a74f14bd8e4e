package portzero.snippets.threads;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;

/** A server that ends everything that it has begun. */
final class StopAll {
    private static final Map<Socket, Thread> CLIENTS = new HashMap<>(); // guarded by itself

    public static void main(String[] args) throws IOException, InterruptedException {
        var loopback = InetAddress.getLoopbackAddress();
        var listener = new ServerSocket(0, 50, loopback);
        var acceptor = new Thread(() -> accept(listener));
        acceptor.start();
        var one = new Socket(loopback, listener.getLocalPort());
        var other = new Socket(loopback, listener.getLocalPort());
        one.getInputStream().read(); // both have been greeted
        other.getInputStream().read();

        // snippet: stop
        listener.close(); // 1. nobody is accepted any more
        acceptor.join();
        Map<Socket, Thread> left;
        synchronized (CLIENTS) {
            left = Map.copyOf(CLIENTS);
        }
        for (var client : left.keySet()) {
            client.close(); // 2. every blocked read and write ends
        }
        for (var thread : left.values()) {
            thread.join(); // 3. and so does every thread; no lock is held here
        }
        // end
        System.out.println("threads left: "
                + left.values().stream().filter(Thread::isAlive).count());
        System.out.println("the clients read " + one.getInputStream().read() + " and "
                + other.getInputStream().read());
        one.close();
        other.close();
    }

    private static void accept(ServerSocket listener) {
        try {
            while (true) {
                var client = listener.accept();
                var thread = new Thread(() -> serve(client));
                synchronized (CLIENTS) {
                    CLIENTS.put(client, thread);
                }
                thread.start();
            }
        } catch (IOException closed) {
            System.out.println("accept has ended");
        }
    }

    private static void serve(Socket client) {
        try (client) {
            client.getOutputStream().write('!');
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException lost) {
            // the socket was closed
        } finally {
            synchronized (CLIENTS) {
                CLIENTS.remove(client);
            }
        }
    }
}
