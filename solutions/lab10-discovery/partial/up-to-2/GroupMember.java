package portzero.discovery;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;

/** A member with one socket, which receives at the group's port and sends from it. */
public class GroupMember implements Member {

    private static final int SENDER = Long.BYTES;

    private final DatagramSocket socket;
    // TODO Task 3: Keep a number of its own that this member draws when it joins.
    // TODO Task 6: Keep what is needed to leave.

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
        // TODO Task 3: Choose the interface for sending, too: joining does not.
        // TODO Task 4: Set the time to live.
    }

    @Override
    public int timeToLive() throws IOException {
        // TODO Task 4: Ask the socket.
        throw new UnsupportedOperationException("write GroupMember.timeToLive");
    }

    @Override
    public void send(byte[] payload) throws IOException {
        // TODO Task 3: Send your number and the bytes to the group, as one datagram.
        throw new UnsupportedOperationException("write GroupMember.send");
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
            // TODO Task 5: Go on waiting when it is your own.
            return new Message(sender, Arrays.copyOfRange(buffer, SENDER, length));
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
        // TODO Task 6: Tell the system that you leave the group, and keep the socket open.
        throw new UnsupportedOperationException("write GroupMember.leave");
    }

    @Override
    public void close() {
        socket.close(); // the system leaves the group then
    }
}
