package portzero.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;

/** A mailbox on a {@link DatagramSocket}. */
public class UdpMailbox implements Mailbox {

    private final DatagramSocket socket;

    /** Opens a socket that is bound to no address yet; {@link #open} binds it. */
    public UdpMailbox() throws SocketException {
        socket = new DatagramSocket(null);
    }

    @Override
    public InetSocketAddress open(InetSocketAddress address) throws IOException {
        socket.bind(address);
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public void send(byte[] payload, InetSocketAddress to) throws IOException {
        socket.send(new DatagramPacket(payload, payload.length, to));
        Arrays.fill(payload, (byte) 0); // it may be secret
    }

    @Override
    public Letter receive(int longest, Duration wait) throws IOException {
        byte[] buffer = new byte[longest + 1]; // the last byte is only used by a datagram that is too long
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.setSoTimeout((int) Math.max(1, wait.plusNanos(999_999).toMillis())); // rounded up; 0 would mean for ever
        socket.receive(packet);
        int length = Math.min(packet.getLength(), longest);
        return new Letter(
                (InetSocketAddress) packet.getSocketAddress(),
                Arrays.copyOf(buffer, length),
                packet.getLength() > longest);
    }

    @Override
    public void close() {
        socket.close();
    }
}
