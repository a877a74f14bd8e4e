package portzero.testkit.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import portzero.testkit.await.Await;
import portzero.testkit.internal.StepRecorder;
import portzero.testkit.internal.TestContext;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.trace.ByteDifference;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.TraceEvent;
import portzero.testkit.trace.UnmetExpectationError;

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

    private final TestContext context;
    private final InetSocketAddress server;
    private final List<SocketChannel> clients = new ArrayList<>();

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

    private void connectOne() throws IOException {
        if (!clients.isEmpty() && clients.size() % AT_ONCE == 0) {
            awaitAccepted();
        }
        SocketChannel client = SocketChannel.open();
        clients.add(client);
        client.configureBlocking(false);
        try {
            if (!client.connect(server)) {
                await(client, SelectionKey.OP_CONNECT, "to be accepted", "there was no answer");
                client.finishConnect();
            }
        } catch (ConnectException refused) {
            throw unmet("a listener on " + DisplayText.value(server), "connection " + clients.size() + " was refused");
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
                        clients.get(number),
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
        for (SocketChannel client : clients) {
            if (client.isOpen()) {
                client.setOption(StandardSocketOptions.SO_LINGER, 0);
                client.close();
            }
        }
    }

    /** Closes all connections in order. Does nothing the second time. */
    @Override
    public void close() throws IOException {
        if (clients.stream().anyMatch(SocketChannel::isOpen)) {
            tell(TraceEvent.Kind.END, "close their connections", "close");
            for (SocketChannel client : clients) {
                client.close();
            }
        }
    }
}
