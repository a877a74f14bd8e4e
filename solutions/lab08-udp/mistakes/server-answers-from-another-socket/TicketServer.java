package portzero.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

public class TicketServer implements Server {

    private static final int ID = Integer.BYTES;

    private record Question(SocketAddress client, int id) {}

    private final DatagramSocket socket;
    private final Map<Question, byte[]> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, byte[]> eldest) {
            return size() > REMEMBERED;
        }
    };
    private int number;

    public TicketServer() throws SocketException {
        socket = new DatagramSocket(null);
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        socket.bind(address);
        Thread thread = new Thread(this::serve, "tickets-" + socket.getLocalPort());
        thread.setDaemon(true);
        thread.start();
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void serve() {
        byte[] buffer = new byte[ID + LONGEST + 1];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                answer(packet);
            } catch (IOException failed) {
            }
        }
    }

    private void answer(DatagramPacket packet) throws IOException {
        int length = packet.getLength();
        if (length < ID || length > ID + LONGEST) {
            return;
        }
        ByteBuffer in = ByteBuffer.wrap(packet.getData(), 0, length);
        Question question = new Question(packet.getSocketAddress(), in.getInt());
        byte[] answer = answers.computeIfAbsent(question, isNew -> ticket(question.id(), in));
        try (DatagramSocket another = new DatagramSocket()) {
            another.send(new DatagramPacket(answer, answer.length, question.client()));
        }
    }

    private byte[] ticket(int id, ByteBuffer name) {
        number++;
        return ByteBuffer.allocate(ID + Integer.BYTES + name.remaining())
                .putInt(id)
                .putInt(number)
                .put(name)
                .array();
    }

    @Override
    public void close() {
        socket.close();
    }
}
