package portzero.testkit.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import portzero.testkit.await.Await;
import portzero.testkit.await.SelectorAwait;
import portzero.testkit.internal.StepRecorder;
import portzero.testkit.internal.TestContext;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.trace.ByteDifference;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.TraceEvent;
import portzero.testkit.trace.UnmetExpectationError;
import portzero.testkit.wire.TracedChannel;

/**
 * Many of the test's connections to the subject, numbered from 0. What all of them do is one step of the story, and
 * costs one socket each.
 *
 * <p>Not thread-safe. The kit aborts it after the test; a test may close it earlier.
 */
public final class PeerGroup implements AutoCloseable {

    /** Fewer than wait in the queue of a listener with the default backlog, 50: one more would be turned away. */
    private static final int AT_ONCE = 25;

    private static final int LONGEST_LINE = 100;

    private static final int SLICE = 128 << 10; // bytes that one client sends or receives before it is another's turn
    private static final int PIECE = 16 << 10; // bytes; not more, so that the server is woken often
    private static final long NOTHING_TAKEN = 50_000_000; // nanoseconds

    private final TestContext context;
    private final InetSocketAddress server;
    private final List<TracedChannel> clients = new ArrayList<>();

    private PeerGroup(TestContext context, InetSocketAddress server) {
        this.context = context;
        this.server = server;
    }

    static PeerGroup connect(TestContext context, InetSocketAddress server, int size) throws IOException {
        PeerGroup group = new PeerGroup(context, server);
        context.knows(server);
        try {
            while (group.clients.size() < size) {
                group.connectOne();
            }
        } catch (IOException | AssertionError failed) {
            group.abandon();
            throw failed;
        }
        group.tell(TraceEvent.Kind.CONNECT, "connect to " + DisplayText.value(server), "connect");
        return group;
    }

    /** Connects so often, one after another, and aborts each connection at once. */
    static void connectAndReset(TestContext context, InetSocketAddress server, int times) throws IOException {
        PeerGroup group = new PeerGroup(context, server);
        context.knows(server);
        try {
            while (group.clients.size() < times) {
                group.connectOne();
                abandon(group.clients.get(group.clients.size() - 1));
            }
        } finally {
            group.abandon();
        }
        group.tell(
                TraceEvent.Kind.RESET,
                "connect to " + DisplayText.value(server) + " and reset their connections at once",
                "resets");
    }

    private void connectOne() throws IOException {
        if (!clients.isEmpty() && clients.size() % AT_ONCE == 0) {
            awaitAccepted();
        }
        SocketChannel client = SocketChannel.open();
        try {
            connect(client);
            clients.add(context.wire().connected(client));
        } catch (IOException | AssertionError failed) {
            client.close();
            throw failed;
        }
    }

    private void connect(SocketChannel client) throws IOException {
        client.configureBlocking(false);
        try {
            if (!client.connect(server)) {
                await(client, SelectionKey.OP_CONNECT, "to be accepted", "there was no answer");
                client.finishConnect();
            }
        } catch (ConnectException refused) {
            context.wire().refused(server);
            throw unmet(
                    "a listener on " + DisplayText.value(server),
                    "connection " + (clients.size() + 1) + " was refused");
        }
        context.owns(client.getLocalAddress());
    }

    /** Waits until the subject has accepted all, where that can be seen; elsewhere the kernel tries again by itself. */
    private void awaitAccepted() {
        new Await(
                        context.operation(),
                        context,
                        () -> StepRecorder.instead(
                                "the server to accept all of " + clients.size() + " clients",
                                TcpTable.queued(server) + " of them still wait"))
                .until(1_000_000, () -> TcpTable.queued(server) == 0);
    }

    /** The number of connections. */
    public int size() {
        return clients.size();
    }

    /** Sends each client's bytes, few enough for the kernel to take them at once. */
    public PeerGroup send(IntFunction<byte[]> bytes) throws IOException {
        tell(
                TraceEvent.Kind.DATA,
                "send " + DisplayText.size(bytes.apply(0).length),
                DisplayText.size(bytes.apply(0).length));
        for (int i = 0; i < clients.size(); i++) {
            ByteBuffer out = ByteBuffer.wrap(bytes.apply(i));
            write(i, out);
            if (out.hasRemaining()) {
                throw new IllegalArgumentException(out.remaining() + " bytes are too many to be sent at once");
            }
        }
        return this;
    }

    private void write(int number, ByteBuffer out) throws IOException {
        try {
            clients.get(number).write(out);
        } catch (IOException broken) {
            throw unmet(name(number) + " to be served", BrokenConnection.text(broken));
        }
    }

    /** Receives as many bytes as are expected for each client, and fails at the first that differ. */
    public PeerGroup expect(IntFunction<byte[]> expected) throws IOException {
        for (int i = 0; i < clients.size(); i++) {
            byte[] wanted = expected.apply(i);
            byte[] came = receive(i, wanted.length);
            if (ByteDifference.first(wanted, came) >= 0) {
                throw context.failed(ByteDifference.failure(name(i) + " to receive", wanted, came));
            }
        }
        tell(TraceEvent.Kind.DATA, "receive what they expect", "answered");
        return this;
    }

    /**
     * Sends each client's bytes and ends its stream behind them, and receives those expected and the end of the server's
     * stream, for all clients at the same time. The first half goes out in small pieces, to each in turn, and is read
     * meanwhile: the server wakes for many clients again and again. Of the rest nothing is read before the server takes no more
     * from anyone: it then has something left to send to many at once, if the bytes are many megabytes. Fails at the first
     * byte that differs.
     *
     * <p>No client waits for another: a server may serve one after another, or several at once.
     */
    public PeerGroup exchange(IntFunction<byte[]> sent, IntFunction<byte[]> expected) throws IOException {
        List<Exchanging> exchanges = new ArrayList<>();
        for (int i = 0; i < clients.size(); i++) {
            exchanges.add(new Exchanging(i, sent.apply(i), expected.apply(i)));
        }
        String size = DisplayText.size(exchanges.get(0).out.limit());
        tell(TraceEvent.Kind.DATA, "send " + size + " each, all at the same time, and end their streams", size);
        sendFirstHalf(exchanges);
        sendUntilStuck(exchanges);
        try (Selector selector = Selector.open()) {
            while (true) {
                for (Exchanging exchange : exchanges) {
                    exchange.step(selector);
                }
                Optional<Exchanging> next =
                        exchanges.stream().filter(one -> !one.ended).findFirst();
                if (next.isEmpty()) {
                    break;
                }
                SelectorAwait.on(selector, context.operation(), context, next.get()::missing);
            }
        }
        tell(TraceEvent.Kind.DATA, "receive what they expect, and the end", "answered");
        return this;
    }

    private void sendFirstHalf(List<Exchanging> exchanges) throws IOException {
        long moved = System.nanoTime();
        while (exchanges.stream().anyMatch(Exchanging::isInFirstHalf) && System.nanoTime() - moved < NOTHING_TAKEN) {
            long before = left(exchanges);
            for (Exchanging exchange : exchanges) {
                if (exchange.isInFirstHalf()) {
                    exchange.send(PIECE);
                }
            }
            for (Exchanging exchange : exchanges) {
                exchange.receive();
            }
            if (left(exchanges) < before) {
                moved = System.nanoTime();
            } else {
                LockSupport.parkNanos(
                        NOTHING_TAKEN / 1000); // a server that serves one after another takes all of one first
            }
        }
    }

    /** Sends as much as is taken while nobody reads; as room comes in many steps, the subject is waited for in between. */
    private void sendUntilStuck(List<Exchanging> exchanges) throws IOException {
        long before;
        do {
            before = left(exchanges);
            long taken = System.nanoTime();
            while (left(exchanges) > 0 && System.nanoTime() - taken < NOTHING_TAKEN) {
                long left = left(exchanges);
                for (Exchanging exchange : exchanges) {
                    exchange.send(SLICE);
                }
                if (left(exchanges) < left) {
                    taken = System.nanoTime();
                } else {
                    LockSupport.parkNanos(NOTHING_TAKEN / 20); // the room may come in pieces too small to be told of
                }
            }
            context.awaitRest();
        } while (left(exchanges) > 0 && left(exchanges) < before);
    }

    private static long left(List<Exchanging> exchanges) {
        return exchanges.stream()
                .mapToLong(exchange -> exchange.out.remaining())
                .sum();
    }

    /** What one client has still to send and to receive. */
    private final class Exchanging {

        private final int number;
        private final ByteBuffer out;
        private final byte[] expected;
        private final ByteBuffer in = ByteBuffer.allocate(SLICE);
        private int came;
        private boolean ended;

        Exchanging(int number, byte[] sent, byte[] expected) throws IOException {
            this.number = number;
            this.expected = expected;
            out = ByteBuffer.wrap(sent);
            if (!out.hasRemaining()) {
                clients.get(number).shutdownOutput();
            }
        }

        /** Does what can be done at once, and registers for what is left. */
        void step(Selector selector) throws IOException {
            send(SLICE);
            receive();
            int writing = out.hasRemaining() ? SelectionKey.OP_WRITE : 0;
            clients.get(number).channel().register(selector, writing | (ended ? 0 : SelectionKey.OP_READ));
        }

        boolean isInFirstHalf() {
            return out.position() < out.limit() / 2;
        }

        void send(int most) throws IOException {
            if (out.hasRemaining()) {
                ByteBuffer slice = out.slice(out.position(), Math.min(most, out.remaining()));
                write(number, slice);
                out.position(out.position() + slice.position());
                if (!out.hasRemaining()) {
                    clients.get(number).shutdownOutput();
                }
            }
        }

        void receive() throws IOException {
            if (ended) {
                return;
            }
            ended = read(number, in.clear()) < 0;
            int size = in.position();
            int end = Math.min(expected.length, came + size);
            boolean same = Arrays.equals(expected, came, end, in.array(), 0, size);
            if (!same || (ended && end < expected.length)) {
                byte[] all = Arrays.copyOf(expected, came + size);
                System.arraycopy(in.array(), 0, all, came, size);
                throw context.failed(ByteDifference.failure(name(number) + " to receive", expected, all));
            }
            came = end;
        }

        String missing() {
            String unread =
                    out.hasRemaining() ? ", with " + DisplayText.size(out.remaining()) + " of the test's unread" : "";
            return StepRecorder.instead(
                    "the server to send " + DisplayText.size(expected.length) + " to " + name(number) + ", and the end",
                    (came == 0 ? "nothing" : "only " + DisplayText.size(came)) + " came" + unread);
        }
    }

    /** Receives one line of ASCII text for each client, up to its line feed, which is taken but not returned. */
    public List<String> receiveLines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < clients.size(); i++) {
            lines.add(line(i));
        }
        tell(TraceEvent.Kind.DATA, "receive a line each", "a line each");
        return lines;
    }

    private String line(int number) throws IOException {
        StringBuilder line = new StringBuilder();
        for (char c = (char) receive(number, 1)[0]; c != '\n'; c = (char) receive(number, 1)[0]) {
            if (line.length() == LONGEST_LINE) {
                throw unmet("a line feed for " + name(number), LONGEST_LINE + " bytes came without one");
            }
            line.append(c);
        }
        return line.toString();
    }

    private byte[] receive(int number, int length) throws IOException {
        ByteBuffer in = ByteBuffer.allocate(length);
        while (in.hasRemaining()) {
            int n = read(number, in);
            if (n < 0) {
                throw unmet(
                        name(number) + " to receive " + DisplayText.size(length),
                        "its stream ended after " + DisplayText.size(in.position()));
            }
            if (n == 0) {
                await(
                        clients.get(number).channel(),
                        SelectionKey.OP_READ,
                        "to send " + DisplayText.size(length) + " to " + name(number),
                        "only " + DisplayText.size(in.position()) + " came");
            }
        }
        return in.array();
    }

    private int read(int number, ByteBuffer in) throws IOException {
        try {
            return clients.get(number).read(in);
        } catch (IOException broken) {
            throw unmet(name(number) + " to be served", BrokenConnection.text(broken));
        }
    }

    private void await(SocketChannel client, int operation, String what, String instead) throws IOException {
        TimedStream.await(
                client, operation, context.operation(), context, StepRecorder.instead("the server " + what, instead));
    }

    private String name(int number) {
        return "client " + (number + 1) + " of " + clients.size();
    }

    private void tell(TraceEvent.Kind kind, String what, String label) {
        context.trace().add(kind, StepRecorder.TEST, "server", clients.size() + " clients of the test " + what, label);
    }

    private UnmetExpectationError unmet(String what, String instead) {
        return context.failed(new UnmetExpectationError(StepRecorder.instead(what, instead)));
    }

    /**
     * Aborts what is still open after the test: so many connections in TIME_WAIT would fill the kernel's table, which
     * other tests read, for a minute.
     */
    void abandon() throws IOException {
        for (TracedChannel client : clients) {
            abandon(client);
        }
    }

    private static void abandon(TracedChannel client) throws IOException {
        if (client.channel().isOpen()) {
            client.abortOnClose();
            client.close();
        }
    }

    /** Closes all connections in order. Does nothing the second time. */
    @Override
    public void close() throws IOException {
        if (clients.stream().anyMatch(client -> client.channel().isOpen())) {
            tell(TraceEvent.Kind.END, "close their connections", "close");
            for (TracedChannel client : clients) {
                client.close();
            }
        }
    }
}
