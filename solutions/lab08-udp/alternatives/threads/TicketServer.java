package portzero.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A ticket server with one thread that receives and several that answer. */
public class TicketServer implements Server {

    private final ExecutorService threads = Executors.newFixedThreadPool(4, task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Queue<String> oldestFirst = new LinkedList<>();
    private DatagramSocket socket;
    private int last;

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        socket = new DatagramSocket(address);
        threads.execute(this::receive);
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void receive() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
                socket.receive(packet);
                threads.execute(() -> answer(packet));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private void answer(DatagramPacket packet) {
        byte[] question = Arrays.copyOf(packet.getData(), packet.getLength());
        if (question.length < 4 || question.length > 4 + LONGEST) {
            return;
        }
        int id = ByteBuffer.wrap(question).getInt();
        ByteBuffer answer = ByteBuffer.allocate(4 + question.length);
        answer.put(question, 0, 4);
        answer.putInt(number(packet.getSocketAddress() + " " + id));
        answer.put(question, 4, question.length - 4);
        try {
            socket.send(new DatagramPacket(answer.array(), answer.capacity(), packet.getSocketAddress()));
        } catch (IOException lost) {
            // The client will ask again.
        }
    }

    private synchronized int number(String question) {
        Integer known = numbers.get(question);
        if (known != null) {
            return known;
        }
        numbers.put(question, ++last);
        oldestFirst.add(question);
        if (oldestFirst.size() > 10 * REMEMBERED) {
            numbers.remove(oldestFirst.remove());
        }
        return last;
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.close();
        }
        threads.shutdown();
    }
}
