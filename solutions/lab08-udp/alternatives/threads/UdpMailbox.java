package portzero.udp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;

/** A mailbox that opens its socket when it is told to, and receives into the largest buffer there can be. */
public class UdpMailbox implements Mailbox {

    private static final int LARGEST = 65_535;

    private DatagramSocket socket;

    @Override
    public InetSocketAddress open(InetSocketAddress address) throws IOException {
        socket = new DatagramSocket(address);
        return new InetSocketAddress(address.getAddress(), socket.getLocalPort());
    }

    @Override
    public void send(byte[] payload, InetSocketAddress to) throws IOException {
        DatagramPacket packet = new DatagramPacket(payload, payload.length);
        packet.setSocketAddress(to);
        socket.send(packet);
    }

    @Override
    public Letter receive(int longest, Duration wait) throws IOException {
        socket.setSoTimeout(Math.toIntExact(wait.plusMillis(1).toMillis()));
        DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        socket.receive(packet);
        ByteArrayInputStream in = new ByteArrayInputStream(packet.getData(), packet.getOffset(), packet.getLength());
        byte[] payload = in.readNBytes(longest);
        return new Letter((InetSocketAddress) packet.getSocketAddress(), payload, in.available() > 0);
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.close();
        }
    }
}
