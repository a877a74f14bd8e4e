package portzero.reliable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server with one socket, and a receiver for each upload. */
public class UdpUploadServer implements UploadServer {

    private static final int BUFFER_SIZE = Codec.HEADER + Codec.MAX_PAYLOAD + 1; // one more shows what is too long

    private final PacketCodec codec = new PacketCodec();
    private @Nullable DatagramSocket socket;

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        DatagramSocket bound = new DatagramSocket(address);
        socket = bound;
        return (InetSocketAddress) bound.getLocalSocketAddress();
    }

    @Override
    public byte[] receive(Duration idle, Duration linger) throws IOException {
        Upload upload = new Upload();
        long end = System.nanoTime() + idle.toNanos();
        DatagramPacket packet = new DatagramPacket(new byte[BUFFER_SIZE], BUFFER_SIZE);
        while (receive(packet, end)) {
            if (upload.take(packet)) {
                end = System.nanoTime() + (upload.receiver.ended() ? linger : idle).toNanos();
            }
        }
        if (!upload.receiver.ended()) {
            throw new SocketTimeoutException("nothing comes from the client");
        }
        return upload.data.toByteArray();
    }

    /** Receives a datagram, whoever sends it; false if the time is over. */
    private boolean receive(DatagramPacket packet, long end) throws IOException {
        long left = end - System.nanoTime();
        if (left <= 0) {
            return false;
        }
        socket().setSoTimeout((int) Math.ceil(left / 1e6)); // 0 would be no limit
        try {
            socket().receive(packet);
            return true;
        } catch (SocketTimeoutException silent) {
            return false;
        }
    }

    /** One upload: whose it is, and what has come of it. */
    private final class Upload {

        private final GoBackNReceiver receiver = new GoBackNReceiver();
        private final ByteArrayOutputStream data = new ByteArrayOutputStream();
        private @Nullable SocketAddress client;

        Upload() {
            receiver.start();
        }

        /** Takes a datagram and acknowledges it; false if it is none of this upload's packets. */
        boolean take(DatagramPacket datagram) throws IOException {
            byte[] bytes = Arrays.copyOf(datagram.getData(), datagram.getLength());
            Optional<Packet> packet = codec.decode(bytes).filter(some -> some.kind() != Packet.Kind.ACK);
            if (client == null && packet.filter(some -> some.number() == 0).isPresent()) {
                client = datagram.getSocketAddress();
            }
            if (packet.isEmpty() || !datagram.getSocketAddress().equals(client)) {
                return false;
            }
            for (byte[] ack : receiver.receive(bytes)) {
                socket().send(new DatagramPacket(ack, ack.length, client));
            }
            data.writeBytes(receiver.take());
            return true;
        }
    }

    private DatagramSocket socket() throws IOException {
        DatagramSocket open = socket;
        if (open == null) {
            throw new IOException("the server was not started");
        }
        return open;
    }

    @Override
    public void close() {}
}
