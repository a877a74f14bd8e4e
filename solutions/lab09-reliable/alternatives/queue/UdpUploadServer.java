package portzero.reliable;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** A server in three parts: wait for a beginning, take until the end, linger. */
public class UdpUploadServer implements UploadServer {

    private final PacketCodec codec = new PacketCodec();
    private DatagramSocket socket;

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        socket = new DatagramSocket(address);
        return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
    }

    @Override
    public byte[] receive(Duration idle, Duration linger) throws IOException {
        Receiver receiver = new GoBackNReceiver();
        receiver.start();
        DatagramPacket datagram = beginning(idle);
        SocketAddress client = datagram.getSocketAddress();
        acknowledge(receiver, datagram);
        while (!receiver.ended()) {
            acknowledge(receiver, fromClient(client, idle));
        }
        byte[] data = receiver.take();
        try {
            while (true) {
                acknowledge(receiver, fromClient(client, linger));
            }
        } catch (SocketTimeoutException silent) {
            return data;
        }
    }

    private DatagramPacket beginning(Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            DatagramPacket datagram = next(end);
            if (packet(datagram).filter(packet -> packet.number() == 0).isPresent()) {
                return datagram;
            }
        }
    }

    private DatagramPacket fromClient(SocketAddress client, Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            DatagramPacket datagram = next(end);
            if (datagram.getSocketAddress().equals(client) && packet(datagram).isPresent()) {
                return datagram;
            }
        }
    }

    private Optional<Packet> packet(DatagramPacket datagram) {
        return codec.decode(bytes(datagram)).filter(packet -> packet.kind() != Packet.Kind.ACK);
    }

    private static byte[] bytes(DatagramPacket datagram) {
        return Arrays.copyOf(datagram.getData(), datagram.getLength());
    }

    private DatagramPacket next(long end) throws IOException {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("silence");
        }
        socket.setSoTimeout((int) (left / 1_000_000) + 1);
        DatagramPacket datagram = new DatagramPacket(new byte[65_535], 65_535);
        socket.receive(datagram);
        return datagram;
    }

    private void acknowledge(Receiver receiver, DatagramPacket datagram) throws IOException {
        for (byte[] ack : receiver.receive(bytes(datagram))) {
            socket.send(new DatagramPacket(ack, ack.length, datagram.getSocketAddress()));
        }
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.close();
        }
    }
}
