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

/** A ticket server with one socket and one thread for all clients. */
public class TicketServer implements Server {

    private static final int ID = Integer.BYTES;

    /** What makes two datagrams the same question. */
    private record Question(SocketAddress client, int id) {}

    private final DatagramSocket socket;
    private final Map<Question, byte[]> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, byte[]> eldest) {
            return size() > REMEMBERED; // or anyone could fill the memory, question by question
        }
    };
    private int number; // the last one given out

    /** Opens a socket that is bound to no address yet; {@link #start} binds it. */
    public TicketServer() throws SocketException {
        socket = new DatagramSocket(null);
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        socket.bind(address);
        Thread thread = new Thread(this::serve, "tickets-" + socket.getLocalPort());
        thread.start();
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void serve() {
        byte[] buffer = new byte[ID + LONGEST + 1]; // one byte more, which only too long a question uses
        try (socket) {
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                answer(packet);
            }
        } catch (IOException ended) {
            // close() has closed the socket, or it is broken: a server that cannot receive does not keep its port.
        }
    }

    private void answer(DatagramPacket packet) {
        int length = packet.getLength();
        if (length < ID || length > ID + LONGEST) {
            return; // anyone may send us anything
        }
        ByteBuffer in = ByteBuffer.wrap(packet.getData(), 0, length);
        Question question = new Question(packet.getSocketAddress(), in.getInt());
        byte[] answer = answers.computeIfAbsent(question, isNew -> ticket(question.id(), in));
        try {
            socket.send(new DatagramPacket(answer, answer.length, question.client()));
        } catch (IOException lost) {
            // As if the network had lost it: the client asks again, and the next one can be answered.
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
        socket.close(); // also ends a receive that is waiting
    }
}
