package portzero.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;

public class UdpMailbox implements Mailbox {

    private final DatagramSocket socket;

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
    }

    @Override
    public Letter receive(int longest, Duration wait) throws IOException {
        if (wait.isZero()) {
            throw new SocketTimeoutException("no time to wait");
        }
        byte[] buffer = new byte[longest + 1];
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.setSoTimeout((int) Math.max(1, wait.plusNanos(999_999).toMillis()));
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
