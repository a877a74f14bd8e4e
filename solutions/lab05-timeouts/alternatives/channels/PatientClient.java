package portzero.timeouts;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** A client on a channel that does not block: every wait is one in the selector, and close() closes that. */
public class PatientClient implements Client {

    private final Selector selector;
    private volatile SocketChannel channel;
    private volatile boolean closed;
    private byte[] arrived = new byte[0];

    public PatientClient() throws IOException {
        selector = Selector.open();
        channel = SocketChannel.open();
    }

    @Override
    public void connect(InetSocketAddress server, Duration timeout) throws IOException {
        long end = end(timeout);
        channel.close();
        channel = SocketChannel.open();
        try {
            connectBefore(end, server);
            arrived = new byte[0];
        } catch (IOException failed) {
            channel.close();
            if (selector.isOpen()) {
                selector.selectNow(); // lets go of the channel
            }
            throw failed;
        }
    }

    private void connectBefore(long end, InetSocketAddress server) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        if (server.isUnresolved()) {
            throw new UnknownHostException(server.getHostString()); // the channel's exception is no IOException
        }
        channel.configureBlocking(false);
        boolean connected = channel.connect(server);
        while (!connected) {
            await(SelectionKey.OP_CONNECT, end);
            connected = channel.finishConnect();
        }
    }

    @Override
    public void connectRetrying(InetSocketAddress server, Duration timeout, Policy policy) throws IOException {
        long start = System.nanoTime();
        Retries retries = new Backoff();
        retries.begin(policy, Duration.ZERO);
        while (true) {
            Duration left = policy.limit().minusNanos(System.nanoTime() - start);
            Duration least = Duration.ofNanos(Math.max(1, left.toNanos()));
            try {
                connect(server, timeout.compareTo(least) < 0 ? timeout : least);
                return;
            } catch (IOException failed) {
                Duration now = Duration.ofNanos(System.nanoTime() - start);
                Optional<Duration> wait = retries.failed(now, Math.random());
                if (closed || wait.isEmpty()) {
                    throw failed;
                }
                pause(wait.get());
            }
        }
    }

    /** No channel is registered that could become ready; only close() ends the wait early. */
    private void pause(Duration wait) throws IOException {
        long end = System.nanoTime() + wait.toNanos();
        while (System.nanoTime() - end < 0) {
            select(end);
        }
    }

    @Override
    public void send(byte[] bytes, Duration timeout) throws IOException {
        long end = end(timeout);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            while (buffer.hasRemaining()) {
                if (channel.write(buffer) == 0) {
                    await(SelectionKey.OP_WRITE, end);
                }
            }
        } catch (SocketTimeoutException late) {
            close();
            throw late;
        }
    }

    @Override
    public byte[] receive(int length, Duration timeout) throws IOException {
        long end = end(timeout);
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        if (closed) {
            throw new ClosedChannelException();
        }
        while (arrived.length < length) {
            int n = channel.read(buffer.clear());
            if (n < 0) {
                throw new EOFException("the server has ended its stream");
            } else if (n == 0) {
                await(SelectionKey.OP_READ, end);
            } else if (System.nanoTime() - end >= 0) {
                keep(buffer);
                throw new SocketTimeoutException("time is up");
            } else {
                keep(buffer);
            }
        }
        byte[] bytes = Arrays.copyOf(arrived, length);
        arrived = Arrays.copyOfRange(arrived, length, arrived.length);
        return bytes;
    }

    private void keep(ByteBuffer buffer) {
        buffer.flip();
        int before = arrived.length;
        arrived = Arrays.copyOf(arrived, before + buffer.remaining());
        buffer.get(arrived, before, buffer.remaining());
    }

    private static long end(Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must be more than zero but was " + timeout);
        }
        return System.nanoTime() + timeout.toNanos();
    }

    private void await(int operation, long end) throws IOException {
        if (System.nanoTime() - end >= 0) {
            throw new SocketTimeoutException("time is up");
        }
        try {
            channel.register(selector, operation);
        } catch (CancelledKeyException | ClosedSelectorException gone) {
            throw new ClosedChannelException();
        }
        select(end);
    }

    private void select(long end) throws IOException {
        try {
            selector.select(Math.max(1, (end - System.nanoTime() + 999_999) / 1_000_000));
            selector.selectedKeys().clear();
        } catch (ClosedSelectorException gone) {
            throw new ClosedChannelException();
        }
        if (closed) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        channel.close();
        selector.close();
    }
}
