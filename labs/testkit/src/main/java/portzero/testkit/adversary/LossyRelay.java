package portzero.testkit.adversary;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import portzero.testkit.internal.TestContext;

/**
 * A UDP relay on the loopback interface, in a thread of its own: what a sender sends to its address crosses a {@link
 * LossyLink} to the receiver, and answers go the same way back to whoever has sent last.
 */
public final class LossyRelay implements AutoCloseable {

    private static final int MAX_DATAGRAM = 65_535; // bytes
    private static final byte[] IPV4 = {127, 0, 0, 1};

    private final LossyLink link;
    private final InetSocketAddress receiver;
    private final DatagramChannel front;
    private final DatagramChannel back;
    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocate(MAX_DATAGRAM);
    private @Nullable InetSocketAddress sender;

    private LossyRelay(LossyLink link, InetSocketAddress receiver, TestContext context) throws IOException {
        this.link = link;
        this.receiver = receiver;
        selector = context.closing(Selector.open());
        front = context.closing(open());
        back = context.closing(open());
        context.owns(front.getLocalAddress());
        context.owns(back.getLocalAddress());
    }

    /** Begins to relay to a receiver; closed with the test at the latest. */
    static LossyRelay start(LossyLink link, InetSocketAddress receiver, TestContext context) throws IOException {
        LossyRelay relay = context.closing(new LossyRelay(link, receiver, context));
        Thread thread = new Thread(relay::run, "test-adversary");
        thread.setDaemon(true);
        thread.start();
        return relay;
    }

    private DatagramChannel open() throws IOException {
        DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
        channel.bind(new InetSocketAddress(InetAddress.getByAddress(IPV4), 0));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
        return channel;
    }

    /** Where a sender is to send. */
    public InetSocketAddress address() throws IOException {
        return (InetSocketAddress) front.getLocalAddress();
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                selector.select();
                selector.selectedKeys().clear();
                fromSender();
                fromReceiver();
            }
        } catch (ClosedChannelException | ClosedSelectorException over) {
            // the test has ended
        } catch (IOException broken) {
            close(); // then nothing arrives any more, which is what a link may do
        }
    }

    private void fromSender() throws IOException {
        InetSocketAddress from;
        while ((from = receive(front)) != null) {
            sender = from;
            send(back, receiver, link.pass(Direction.TO_RECEIVER, datagram()));
        }
    }

    private void fromReceiver() throws IOException {
        InetSocketAddress from;
        while ((from = receive(back)) != null) {
            InetSocketAddress to = sender;
            if (to != null && from.equals(receiver)) {
                send(front, to, link.pass(Direction.TO_SENDER, datagram()));
            }
        }
    }

    private @Nullable InetSocketAddress receive(DatagramChannel channel) throws IOException {
        buffer.clear();
        return (InetSocketAddress) channel.receive(buffer);
    }

    private byte[] datagram() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static void send(DatagramChannel channel, InetSocketAddress to, List<byte[]> datagrams) throws IOException {
        for (byte[] datagram : datagrams) {
            channel.send(ByteBuffer.wrap(datagram), to);
        }
    }

    /** Ends the relay. Does nothing the second time. */
    @Override
    public void close() {
        for (AutoCloseable each : List.of(selector, front, back)) {
            try {
                each.close();
            } catch (Exception gone) {
                // closed is closed
            }
        }
    }
}
