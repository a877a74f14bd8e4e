package portzero.testkit.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import portzero.testkit.await.Await;
import portzero.testkit.internal.StepRecorder;
import portzero.testkit.internal.TestContext;
import portzero.testkit.kernel.TcpState;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.trace.DisplayText;

/**
 * A listener whose queue of connections is full and that accepts none: whoever connects gets no answer at all.
 *
 * <p>Linux takes one connection more than the backlog says and drops every further SYN (listen(2)). The client sends
 * it again after a second, so that an attempt that is still being made then would succeed after {@link #release}.
 */
public final class FullBacklog implements AutoCloseable {

    private static final int BACKLOG = 1;
    private static final int MOST = 8;
    private static final long NO_ANSWER = 200; // milliseconds, where the kernel does not show its queues

    private final TestContext context;
    private final ServerSocketChannel listener;
    private final InetSocketAddress address;
    private final List<SocketChannel> fillers = new ArrayList<>();
    private final boolean full;

    private FullBacklog(TestContext context, ServerSocketChannel listener) throws IOException {
        this.context = context;
        this.listener = listener;
        listener.configureBlocking(false);
        address = (InetSocketAddress) listener.getLocalAddress();
        context.owns(address);
        full = fill();
    }

    static FullBacklog open(TestContext context, InetSocketAddress any) throws IOException {
        ServerSocketChannel listener = context.closing(ServerSocketChannel.open());
        FullBacklog backlog = new FullBacklog(context, listener.bind(any, BACKLOG));
        context.note(
                "test listens on " + DisplayText.value(backlog.address) + ", fills its queue and accepts nobody",
                "full");
        return backlog;
    }

    /** Connects until the queue is full; false if this system refuses then, or takes any number. */
    private boolean fill() throws IOException {
        try {
            while (fillers.size() < MOST) {
                SocketChannel filler = context.closing(SocketChannel.open());
                fillers.add(filler);
                if (!connects(filler)) {
                    return true;
                }
                if (TcpTable.isVisible() && queueIsFull()) {
                    return true;
                }
            }
            return false;
        } catch (ConnectException refused) {
            return false;
        }
    }

    private boolean connects(SocketChannel filler) throws IOException {
        filler.configureBlocking(false);
        boolean connected = filler.connect(address) || finishes(filler);
        context.owns(filler.getLocalAddress()); // known only now
        return connected;
    }

    private boolean finishes(SocketChannel filler) throws IOException {
        try (Selector selector = Selector.open()) {
            filler.register(selector, SelectionKey.OP_CONNECT);
            long most = TcpTable.isVisible() ? context.operation().milliseconds() : NO_ANSWER;
            return selector.select(most) > 0 && filler.finishConnect();
        }
    }

    /** Waits until the kernel has queued the connections made so far, and tells whether there is room for another. */
    private boolean queueIsFull() {
        await(() -> TcpTable.queued(address) >= fillers.size(), "the system to queue a connection", "it did not");
        return TcpTable.queued(address) > BACKLOG;
    }

    boolean isFull() {
        return full;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** Waits until the subject tries to connect; returns at once where that cannot be seen (not Linux). */
    public FullBacklog awaitAttempt() {
        if (TcpTable.isVisible()) {
            await(this::isKnocking, "the client to connect to " + DisplayText.value(address), "it did not");
            context.note("client asks for a connection and gets no answer", "no answer");
        }
        return this;
    }

    private boolean isKnocking() {
        return TcpTable.read(port -> port == address.getPort()).stream()
                .anyMatch(socket ->
                        socket.state() == TcpState.SYN_SENT && socket.remote().equals(address));
    }

    private void await(BooleanSupplier condition, String what, String instead) {
        new Await(context.operation(), context, () -> StepRecorder.instead(what, instead))
                .until(200_000, condition::getAsBoolean);
    }

    /** Takes the connections that fill the queue out of it, so that from now on connections are accepted. */
    public Listener release() throws IOException {
        for (SocketChannel filler : fillers) {
            filler.close();
        }
        for (SocketChannel queued = listener.accept(); queued != null; queued = listener.accept()) {
            queued.close();
        }
        context.note("test empties the queue and begins to accept", "accepts");
        return context.closing(new Listener(context, listener));
    }

    /** Stops listening. Does nothing the second time. */
    @Override
    public void close() throws IOException {
        listener.close();
    }
}
