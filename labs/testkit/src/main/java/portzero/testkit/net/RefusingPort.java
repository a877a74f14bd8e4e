package portzero.testkit.net;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import portzero.testkit.internal.TestContext;
import portzero.testkit.trace.DisplayText;

/**
 * A port that nobody else can have and on which nobody listens: a socket is bound to it, and that is all. A
 * connection to it is refused, until the test begins to listen. The kit closes it after the test.
 */
public final class RefusingPort implements AutoCloseable {

    private final TestContext context;
    private final SocketChannel holder;
    private final InetSocketAddress address;

    private RefusingPort(TestContext context, SocketChannel holder) throws IOException {
        this.context = context;
        this.holder = holder;
        address = (InetSocketAddress) holder.getLocalAddress();
    }

    static RefusingPort open(TestContext context, InetSocketAddress any) throws IOException {
        SocketChannel holder = context.closing(SocketChannel.open());
        holder.setOption(StandardSocketOptions.SO_REUSEADDR, true); // so that a listener may join it, see listen
        RefusingPort port = new RefusingPort(context, holder.bind(any));
        String text = "test holds " + DisplayText.value(port.address) + " without listening";
        context.note(text, "refuses");
        return port;
    }

    /** The address that refuses. */
    public InetSocketAddress address() {
        return address;
    }

    /** Begins to listen on the port. */
    public Listener listen() throws IOException {
        ServerSocketChannel channel = context.closing(ServerSocketChannel.open());
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        try {
            channel.bind(address);
        } catch (BindException taken) { // only Linux lets a listener join a socket that does not listen
            holder.close();
            channel.bind(address);
        }
        return context.closing(new Listener(context, channel));
    }

    /** Gives the port back. Does nothing the second time. */
    @Override
    public void close() throws IOException {
        holder.close();
    }
}
