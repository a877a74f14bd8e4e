package portzero.reliable;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;

/** A client that gives a sender the time, and what comes back. */
public class UdpUploadClient implements UploadClient {

    private static final List<DatagramSocket> LEAKED = new java.util.ArrayList<>();
    private static final int BUFFER_SIZE = Codec.HEADER + 1; // an ACK, and a byte that shows what is no ACK

    @Override
    public void upload(InetSocketAddress server, byte[] data, Settings settings) throws IOException {
        GoBackNSender sender = new GoBackNSender();
        DatagramSocket socket = new DatagramSocket();
        {
            socket.connect(server); // keeps strangers out
            send(socket, sender.start(data, settings, now()));
            while (sender.state() == TransferState.SENDING) {
                send(socket, next(socket, sender));
            }
        }
        if (sender.state() == TransferState.FAILED) {
            LEAKED.add(socket);
            throw new SocketTimeoutException("the server does not acknowledge");
        }
    }

    /** What the next event makes the sender send: its timer, or a datagram that comes before. */
    private static List<byte[]> next(DatagramSocket socket, GoBackNSender sender) throws IOException {
        long left = sender.nextTimeout().orElseThrow() - now();
        if (left <= 0) {
            return sender.tick(now());
        }
        DatagramPacket packet = new DatagramPacket(new byte[BUFFER_SIZE], BUFFER_SIZE);
        socket.setSoTimeout((int) left);
        try {
            socket.receive(packet);
        } catch (SocketTimeoutException silent) {
            return List.of(); // the timer has its turn next
        }
        return sender.receive(Arrays.copyOf(packet.getData(), packet.getLength()), now());
    }

    private static void send(DatagramSocket socket, List<byte[]> datagrams) throws IOException {
        for (byte[] datagram : datagrams) {
            socket.send(new DatagramPacket(datagram, datagram.length));
        }
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }
}
