package portzero.threads;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A message board on a pool that has as many threads as there are places; messages in lists that never change. */
public class BoardServer implements Server {

    private final AtomicReference<List<String>> messages = new AtomicReference<>(List.of());
    private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();
    private final ServerSocketChannel listener;
    private final ExecutorService acceptor = Executors.newSingleThreadExecutor();
    private ExecutorService pool = Executors.newCachedThreadPool();
    private Semaphore places = new Semaphore(0);

    public BoardServer() throws IOException {
        listener = ServerSocketChannel.open();
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address, int limit, List<String> first) throws IOException {
        messages.set(List.copyOf(first));
        places = new Semaphore(limit);
        pool = Executors.newFixedThreadPool(limit);
        listener.bind(address);
        acceptor.execute(this::acceptClients);
        return (InetSocketAddress) listener.getLocalAddress();
    }

    private void acceptClients() {
        try {
            while (true) {
                SocketChannel client = listener.accept();
                if (places.tryAcquire()) {
                    clients.add(client);
                    pool.execute(() -> serve(client));
                } else {
                    refuse(client);
                }
            }
        } catch (IOException closed) {
            // by close()
        }
    }

    private static void refuse(SocketChannel client) {
        try (client) {
            client.write(ByteBuffer.wrap("BUSY\n".getBytes(US_ASCII)));
        } catch (IOException gone) {
            // it did not want to hear it
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            talk(client);
        } catch (IOException lost) {
            // by this client
        } finally {
            clients.remove(client);
            places.release();
        }
    }

    private void talk(SocketChannel client) throws IOException {
        InputStream in = new BufferedInputStream(Channels.newInputStream(client));
        PrintStream out = new PrintStream(Channels.newOutputStream(client), false, US_ASCII);
        out.print("HELLO\n");
        out.flush();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != -1 && !out.checkError(); b = in.read()) {
            if (b == '\n') {
                answer(line.toString(US_ASCII), out);
                out.flush();
                line.reset();
            } else {
                line.write(b);
            }
        }
    }

    private void answer(String line, PrintStream out) {
        if (line.startsWith("POST ") && line.length() > 5) {
            out.print(post(line.substring(5)) + "\n");
            return;
        }
        switch (line) {
            case "LIST" -> list(messages.get(), out);
            case "WHO" -> out.print(clients.size() + "\n");
            default -> out.print("?\n");
        }
    }

    private int post(String text) {
        return messages.updateAndGet(old -> with(old, text)).size();
    }

    private static List<String> with(List<String> old, String text) {
        List<String> longer = new ArrayList<>(old);
        longer.add(text);
        return List.copyOf(longer);
    }

    private static void list(List<String> messages, PrintStream out) {
        out.print(messages.size() + "\n");
        messages.forEach(message -> out.print(message + "\n"));
    }

    @Override
    public void close() throws IOException {
        listener.close();
        end(acceptor);
        for (SocketChannel client : clients) {
            client.close();
        }
        end(pool);
    }

    private static void end(ExecutorService threads) throws IOException {
        threads.shutdown();
        try {
            threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the threads were ending");
        }
    }
}
