package portzero.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;

/** A mailbox on a channel that never blocks; a selector does the waiting. */
public class UdpMailbox implements Mailbox {

    private final DatagramChannel channel;
    private final Selector selector;

    public UdpMailbox() throws IOException {
        channel = DatagramChannel.open();
        selector = Selector.open();
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
    }

    @Override
    public InetSocketAddress open(InetSocketAddress address) throws IOException {
        return (InetSocketAddress) channel.bind(address).getLocalAddress();
    }

    @Override
    public void send(byte[] payload, InetSocketAddress to) throws IOException {
        ByteBuffer datagram = ByteBuffer.wrap(payload);
        channel.send(datagram, to);
        while (datagram.hasRemaining()) { // the kernel had no room for it
            Thread.onSpinWait();
            channel.send(datagram, to);
        }
    }

    @Override
    public Letter receive(int longest, Duration wait) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(longest + 1);
        long end = System.nanoTime() + wait.toNanos();
        InetSocketAddress from = (InetSocketAddress) channel.receive(buffer);
        while (from == null) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new SocketTimeoutException("nothing came in " + wait);
            }
            selector.select(left / 1_000_000 + 1);
            selector.selectedKeys().clear();
            from = (InetSocketAddress) channel.receive(buffer);
        }
        boolean cut = !buffer.hasRemaining();
        byte[] payload = new byte[Math.min(buffer.position(), longest)];
        buffer.flip().get(payload);
        return new Letter(from, payload, cut);
    }

    @Override
    public void close() throws IOException {
        channel.close(); // first this one, or the selector's closing would let it live until its next use
        selector.close();
    }
}
