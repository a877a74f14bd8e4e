package portzero.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;

public class UdpClient implements Client {

    private static final int ID = Integer.BYTES;

    private int id = new SecureRandom().nextInt();

    @Override
    public byte[] ask(InetSocketAddress server, byte[] question, Duration wait, int attempts) throws IOException {
        id++;
        byte[] request = ByteBuffer.allocate(ID + question.length)
                .putInt(id)
                .put(question)
                .array();
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(server);
            for (int attempt = 1; attempt < attempts; attempt++) {
                try {
                    return askOnce(socket, request, wait);
                } catch (SocketTimeoutException | PortUnreachableException lost) {
                    // Ask again.
                }
            }
            return askOnce(socket, request, wait);
        }
    }

    private byte[] askOnce(DatagramSocket socket, byte[] request, Duration wait) throws IOException {
        long end = System.nanoTime() + wait.toNanos();
        socket.send(new DatagramPacket(request, request.length));
        DatagramPacket packet = new DatagramPacket(new byte[ID + LONGEST + 1], ID + LONGEST + 1);
        do {
            socket.setSoTimeout(millisecondsUntil(end));
            socket.receive(packet);
        } while (!isAnswer(packet));
        return Arrays.copyOfRange(packet.getData(), ID, packet.getLength());
    }

    private static int millisecondsUntil(long end) throws SocketTimeoutException {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("no answer in time");
        }
        return (int) Math.ceil(left / 1e6);
    }

    private boolean isAnswer(DatagramPacket packet) {
        int length = packet.getLength();
        return length >= ID
                && length <= ID + LONGEST
                && ByteBuffer.wrap(packet.getData()).getInt() == id;
    }
}
