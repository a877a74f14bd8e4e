package portzero.testkit.wire;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import portzero.testkit.kernel.TcpSocket;
import portzero.testkit.kernel.TcpTable;

/** The test's end of a connection, with a log of what it does and sees. As thread-safe as the channel itself. */
public final class TracedChannel implements AutoCloseable {

    private final SocketChannel channel;
    private final WireLog log;
    private final @Nullable Flow flow;
    private volatile boolean aborting;

    /** @param flow null if nothing is to be recorded */
    TracedChannel(SocketChannel channel, WireLog log, @Nullable Flow flow) {
        this.channel = channel;
        this.log = log;
        this.flow = flow;
    }

    /** The channel itself, for selectors, options and addresses. What is read or written there does not come into the log. */
    public SocketChannel channel() {
        return channel;
    }

    /** As {@link SocketChannel#read(ByteBuffer)}. */
    public int read(ByteBuffer buffer) throws IOException {
        int start = buffer.position();
        try {
            int n = channel.read(buffer);
            if (flow != null && n > 0) {
                log.data(flow, false, part(buffer, start));
            } else if (flow != null && n < 0) {
                log.end(flow, false);
            }
            return n;
        } catch (IOException broken) {
            throw noted(broken);
        }
    }

    /** As {@link SocketChannel#write(ByteBuffer)}. */
    public int write(ByteBuffer buffer) throws IOException {
        int start = buffer.position();
        try {
            int n = channel.write(buffer);
            if (flow != null && n > 0) {
                log.data(flow, true, part(buffer, start));
            }
            return n;
        } catch (IOException broken) {
            throw noted(broken);
        }
    }

    private static ByteBuffer part(ByteBuffer buffer, int start) {
        return buffer.slice(start, buffer.position() - start);
    }

    private IOException noted(IOException broken) {
        if (flow != null && !(broken instanceof ClosedChannelException)) { // the other side has broken it
            log.reset(flow, false);
        }
        return broken;
    }

    /** Ends this side's stream (FIN). */
    public void shutdownOutput() throws IOException {
        channel.shutdownOutput();
        if (flow != null) {
            log.end(flow, true);
        }
    }

    /** Has {@link #close} abort the connection (RST) instead of ending it. */
    public void abortOnClose() throws IOException {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        aborting = true;
    }

    /** Closes the connection. Does nothing the second time. */
    @Override
    public void close() throws IOException {
        if (flow != null && channel.isOpen()) {
            flow.leave(unread(flow));
            if (aborting
                    || flow.unread()
                            > 0) { // the kernel does not end what was not read to its end (RFC 2525 section 2.17)
                log.reset(flow, true);
            } else {
                log.end(flow, true);
            }
        }
        channel.close();
    }

    /** How much has come that nobody has read; 0 where that cannot be seen. */
    private long unread(Flow open) throws IOException {
        SocketAddress here = channel.getLocalAddress();
        SocketAddress there = channel.getRemoteAddress();
        return TcpTable.read(port -> port == open.test().getPort()).stream()
                .filter(socket -> socket.connects(here, there))
                .mapToLong(TcpSocket::unreadBytes)
                .sum();
    }
}
