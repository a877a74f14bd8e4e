package portzero.testkit.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import portzero.testkit.internal.StepRecorder;
import portzero.testkit.internal.TestContext;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.TraceEvent;
import portzero.testkit.trace.UnmetExpectationError;

/** The test's listener, for a subject that connects. The kit closes it after the test. */
public final class Listener implements AutoCloseable {

    private final TestContext context;
    private final ServerSocketChannel channel;
    private final String where;

    Listener(TestContext context, ServerSocketChannel channel) throws IOException {
        this(context, channel, DisplayText.value(channel.getLocalAddress()));
    }

    /** @param where what the subject calls the address */
    Listener(TestContext context, ServerSocketChannel channel, String where) throws IOException {
        this.context = context;
        this.channel = channel;
        this.where = where;
        channel.configureBlocking(false);
        context.owns(channel.getLocalAddress());
        context.trace()
                .add(TraceEvent.Kind.NOTE, StepRecorder.TEST, StepRecorder.TEST, "test listens on " + where, "listens");
    }

    /** Where it listens. */
    public InetSocketAddress address() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    /** Accepts the next connection. The kit closes it after the test. */
    public Peer accept() throws IOException {
        SocketChannel accepted = channel.accept();
        while (accepted == null) {
            TimedStream.await(
                    channel,
                    SelectionKey.OP_ACCEPT,
                    context.operation(),
                    context,
                    StepRecorder.instead("the client to connect to " + where, "it did not"));
            accepted = channel.accept();
        }
        return peer(accepted);
    }

    /** Expects that nobody has connected, apart from those accepted. Looks once and does not wait. */
    public Listener expectNobody() throws IOException {
        SocketChannel accepted = channel.accept();
        if (accepted != null) {
            peer(accepted);
            throw context.failed(
                    new UnmetExpectationError(StepRecorder.instead("nobody to connect to " + where, "the client did")));
        }
        return this;
    }

    private Peer peer(SocketChannel accepted) throws IOException {
        SocketAddress from = accepted.getRemoteAddress();
        Peer peer = context.closing(new Peer(context, context.wire().accepted(accepted), "client"));
        String connects =
                from instanceof InetSocketAddress ? "connects from " + DisplayText.value(from) : "connects to " + where;
        peer.voice().hears(TraceEvent.Kind.CONNECT, connects, "connects");
        return peer;
    }

    /** Stops listening. Does nothing the second time. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
