package portzero.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;

/** A mailbox on a {@link DatagramSocket}. */
public class UdpMailbox implements Mailbox {

    private final DatagramSocket socket;
    private byte[] last = new byte[0];

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
        socket.send(new DatagramPacket(payload, payload.length, to)); // whole, or an exception
    }

    @Override
    public Letter receive(int longest, Duration wait) throws IOException {
        byte[] buffer = new byte[longest + 1]; // the last byte is only used by a datagram that is too long
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.setSoTimeout((int) Math.max(1, wait.plusNanos(999_999).toMillis())); // rounded up; 0 would mean for ever
        socket.receive(packet);
        int length = Math.min(packet.getLength(), longest);
        if (last.length != length) {
            last = new byte[length];
        }
        System.arraycopy(buffer, 0, last, 0, length); // into the array of the last letter, if it is as long
        return new Letter((InetSocketAddress) packet.getSocketAddress(), last, packet.getLength() > longest);
    }

    @Override
    public void close() {
        socket.close();
    }
}
