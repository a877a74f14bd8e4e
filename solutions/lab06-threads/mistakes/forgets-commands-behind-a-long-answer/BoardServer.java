package portzero.threads;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A message board that serves all clients in one thread, so that there is nothing to lock. */
public class BoardServer implements Server {

    private final List<String> messages = new ArrayList<>();
    private final Selector selector;
    private final ServerSocketChannel listener;
    private final Thread thread = new Thread(this::run, "board");
    private volatile boolean closed;
    private int limit;
    private int places;

    public BoardServer() throws IOException {
        selector = Selector.open();
        listener = ServerSocketChannel.open();
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address, int limit, List<String> first) throws IOException {
        this.limit = limit;
        messages.addAll(first);
        listener.bind(address).configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
        thread.setDaemon(true);
        thread.start();
        return (InetSocketAddress) listener.getLocalAddress();
    }

    private void run() {
        try {
            while (!closed) {
                selector.select(this::handle);
            }
        } catch (IOException broken) {
            // without a selector there is nothing to be done
        }
    }

    private void handle(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                admit(listener.accept());
            } else {
                ((Client) key.attachment()).goOn();
            }
        } catch (IOException lost) {
            if (key.attachment() instanceof Client client) {
                client.leave();
            }
        }
    }

    private void admit(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        if (places < limit) {
            places++;
            Client client = new Client(channel);
            try {
                client.goOn();
            } catch (IOException gone) { // before it was greeted
                client.leave();
            }
        } else {
            try (channel) {
                channel.write(ByteBuffer.wrap("BUSY\n".getBytes(US_ASCII)));
            }
        }
    }

    /** One client's state: what it has sent, the line it has begun, and the answers that it has not taken yet. */
    private final class Client {
        private final SocketChannel channel;
        private final SelectionKey key;
        private final ByteBuffer received = ByteBuffer.allocate(8192);
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private final Deque<ByteBuffer> answers = new ArrayDeque<>();
        private boolean left;

        Client(SocketChannel channel) throws IOException {
            this.channel = channel;
            key = channel.register(selector, 0, this);
            say("HELLO");
        }

        private void say(String text) {
            answers.add(ByteBuffer.wrap((text + "\n").getBytes(US_ASCII)));
        }

        /** Writes what there is to write; reads when nothing is left, but does not go on with what it has read before. */
        void goOn() throws IOException {
            write();
            if (answers.isEmpty() && key.isReadable()) {
                read();
            }
            if (!left) {
                key.interestOps(answers.isEmpty() ? SelectionKey.OP_READ : SelectionKey.OP_WRITE);
            }
        }

        private void write() throws IOException {
            while (!answers.isEmpty() && channel.isOpen()) {
                channel.write(answers.peek());
                if (answers.peek().hasRemaining()) {
                    return;
                }
                answers.remove();
            }
        }

        private void read() throws IOException {
            boolean ended = channel.read(received) < 0;
            received.flip();
            while (received.hasRemaining() && answers.isEmpty()) {
                byte b = received.get();
                if (b == '\n') {
                    answer(line.toString(US_ASCII));
                    line.reset();
                    write();
                } else {
                    line.write(b);
                }
            }
            received.compact();
            if (ended && answers.isEmpty()) {
                leave();
            }
        }

        private void answer(String command) {
            if (command.startsWith("POST ") && command.length() > 5) {
                messages.add(command.substring(5));
                say(String.valueOf(messages.size()));
            } else if (command.equals("LIST")) {
                say(String.valueOf(messages.size()));
                messages.forEach(this::say);
            } else {
                say(command.equals("WHO") ? String.valueOf(places) : "?");
            }
        }

        void leave() {
            if (!left) {
                left = true;
                places--;
                closeQuietly(channel);
            }
        }
    }

    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException gone) {
            // closed all the same
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        join();
        if (selector.isOpen()) {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        }
        listener.close();
        selector.close(); // only now are the channels' descriptors really given back
    }

    private void join() throws IOException {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the server was ending");
        }
    }
}
