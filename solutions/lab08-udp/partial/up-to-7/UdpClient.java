package portzero.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;

/** A client with a connected socket for each question. */
public class UdpClient implements Client {

    private static final int ID = Integer.BYTES;

    private int id = new SecureRandom().nextInt(); // not 0, so that others cannot guess it

    @Override
    public byte[] ask(InetSocketAddress server, byte[] question, Duration wait, int attempts) throws IOException {
        id++; // once for each question, not for each attempt
        byte[] request = ByteBuffer.allocate(ID + question.length)
                .putInt(id)
                .put(question)
                .array();
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(server); // from now on strangers are kept out, and an unreachable port is reported
            return askOnce(socket, request, wait);
        }
    }

    private byte[] askOnce(DatagramSocket socket, byte[] request, Duration wait) throws IOException {
        socket.setSoTimeout((int) wait.plusNanos(999_999).toMillis()); // of each datagram, until task 8
        socket.send(new DatagramPacket(request, request.length));
        DatagramPacket packet = new DatagramPacket(new byte[ID + LONGEST + 1], ID + LONGEST + 1);
        do {
            socket.receive(packet);
        } while (!isAnswer(packet));
        return Arrays.copyOfRange(packet.getData(), ID, packet.getLength());
    }

    private boolean isAnswer(DatagramPacket packet) {
        int length = packet.getLength();
        return length >= ID
                && length <= ID + LONGEST
                && ByteBuffer.wrap(packet.getData()).getInt() == id;
    }
}
