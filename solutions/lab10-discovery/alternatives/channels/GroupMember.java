package portzero.discovery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.MembershipKey;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member on a channel that never blocks; a selector does the waiting. */
public class GroupMember implements Member {

    private final DatagramChannel channel;
    private final Selector selector;
    private @Nullable InetSocketAddress group;
    private @Nullable MembershipKey membership;
    private long number;

    public GroupMember() throws IOException {
        channel = DatagramChannel.open(StandardProtocolFamily.INET);
        selector = Selector.open();
    }

    @Override
    public void join(InetSocketAddress group, String interfaceName, int timeToLive) throws IOException {
        NetworkInterface network = NetworkInterface.getByName(interfaceName);
        if (network == null) {
            throw new IOException("no interface is called " + interfaceName);
        }
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true)
                .setOption(StandardSocketOptions.IP_MULTICAST_IF, network)
                .setOption(StandardSocketOptions.IP_MULTICAST_TTL, timeToLive)
                .bind(new InetSocketAddress(group.getPort()));
        membership = channel.join(group.getAddress(), network);
        channel.configureBlocking(false).register(selector, SelectionKey.OP_READ);
        this.group = group;
        number = UUID.randomUUID().getLeastSignificantBits();
    }

    @Override
    public int timeToLive() throws IOException {
        return channel.getOption(StandardSocketOptions.IP_MULTICAST_TTL);
    }

    @Override
    public void send(byte[] payload) throws IOException {
        ByteBuffer message = ByteBuffer.allocate(Long.BYTES + payload.length);
        message.putLong(number).put(payload).flip();
        while (channel.send(message, group) == 0) { // the kernel had no room for it; no message is empty
            Thread.onSpinWait();
        }
    }

    @Override
    public Message receive(Duration wait) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES + LONGEST + 1);
        long end = System.nanoTime() + wait.toNanos();
        while (true) {
            if (channel.receive(buffer.clear()) == null) {
                await(end);
            } else {
                Optional<Message> message = message(buffer.flip());
                if (message.isPresent()) {
                    return message.get();
                }
                if (System.nanoTime() - end >= 0) {
                    throw new SocketTimeoutException("only noise");
                }
            }
        }
    }

    private void await(long end) throws IOException {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("nothing came");
        }
        selector.select(left / 1_000_000 + 1);
        selector.selectedKeys().clear();
    }

    private Optional<Message> message(ByteBuffer datagram) {
        if (datagram.remaining() < Long.BYTES || datagram.remaining() > Long.BYTES + LONGEST) {
            return Optional.empty();
        }
        long sender = datagram.getLong();
        byte[] payload = new byte[datagram.remaining()];
        datagram.get(payload);
        return sender == number ? Optional.empty() : Optional.of(new Message(sender, payload));
    }

    @Override
    public void leave() {
        if (membership != null) {
            membership.drop(); // does nothing the second time
        }
    }

    @Override
    public void close() throws IOException {
        channel.close(); // first this one, or the selector's closing would let it live until its next use
        selector.close();
    }
}
