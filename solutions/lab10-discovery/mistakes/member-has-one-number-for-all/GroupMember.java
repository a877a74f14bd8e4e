package portzero.discovery;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A member with one socket, which receives at the group's port and sends from it. */
public class GroupMember implements Member {

    private static final int SENDER = Long.BYTES;

    private final DatagramSocket socket;
    private static final long NUMBER = new SecureRandom().nextLong(); // its port does not tell it from others
    private @Nullable InetSocketAddress group; // from join on
    private @Nullable NetworkInterface joined; // until it leaves

    /** Opens a socket that is bound to no address yet; {@link #join} binds it. */
    public GroupMember() throws SocketException {
        socket = new DatagramSocket(null);
    }

    @Override
    public void join(InetSocketAddress group, String interfaceName, int timeToLive) throws IOException {
        NetworkInterface network = Interfaces.named(interfaceName);
        socket.setReuseAddress(true); // before bind
        socket.bind(new InetSocketAddress(group.getPort()));
        socket.joinGroup(group, network); // says where to receive,
        socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, network); // and this says where to send
        socket.setOption(StandardSocketOptions.IP_MULTICAST_TTL, timeToLive);
        this.group = group;
        joined = network;
    }

    @Override
    public int timeToLive() throws IOException {
        return socket.getOption(StandardSocketOptions.IP_MULTICAST_TTL);
    }

    @Override
    public void send(byte[] payload) throws IOException {
        byte[] message = ByteBuffer.allocate(SENDER + payload.length)
                .putLong(NUMBER)
                .put(payload)
                .array();
        socket.send(new DatagramPacket(message, message.length, group));
    }

    @Override
    public Message receive(Duration wait) throws IOException {
        long end = System.nanoTime() + wait.toNanos();
        byte[] buffer = new byte[SENDER + LONGEST + 1]; // one byte more, which only too long a payload uses
        while (true) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            socket.setSoTimeout(millisecondsUntil(end)); // of one wait, not a new one for each datagram
            socket.receive(packet);
            int length = packet.getLength();
            if (length < SENDER || length > SENDER + LONGEST) {
                continue; // anyone may send to the group
            }
            long sender = ByteBuffer.wrap(buffer).getLong();
            if (sender != NUMBER) {
                return new Message(sender, Arrays.copyOfRange(buffer, SENDER, length));
            }
        }
    }

    private static int millisecondsUntil(long end) throws SocketTimeoutException {
        long left = end - System.nanoTime();
        if (left <= 0) { // setSoTimeout takes 0 for “for ever”
            throw new SocketTimeoutException("no message in time");
        }
        return (int) Math.ceil(left / 1e6);
    }

    @Override
    public void leave() throws IOException {
        if (joined != null) {
            socket.leaveGroup(group, joined);
            joined = null;
        }
    }

    @Override
    public void close() {
        socket.close(); // the system leaves the group then
    }
}
