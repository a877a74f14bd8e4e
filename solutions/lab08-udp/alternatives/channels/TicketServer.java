package portzero.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A ticket server on a blocking channel that looks through the latest answers. */
public class TicketServer implements Server {

    private record Ticket(SocketAddress client, int id, ByteBuffer answer) {}

    private final DatagramChannel channel;
    private final Deque<Ticket> latest = new ArrayDeque<>();
    private int next = 1;

    public TicketServer() throws IOException {
        channel = DatagramChannel.open();
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        channel.bind(address);
        Thread thread = new Thread(this::serve, "tickets");
        thread.setDaemon(true);
        thread.start();
        return (InetSocketAddress) channel.getLocalAddress();
    }

    private void serve() {
        ByteBuffer buffer = ByteBuffer.allocate(4 + LONGEST + 1);
        while (channel.isOpen()) {
            try {
                SocketAddress client = channel.receive(buffer.clear());
                buffer.flip();
                if (buffer.remaining() >= 4 && buffer.remaining() <= 4 + LONGEST) {
                    channel.send(answer(client, buffer.getInt(), buffer), client);
                }
            } catch (ClosedChannelException over) {
                return;
            } catch (IOException lost) {
                // This answer could not be sent.
            }
        }
    }

    private ByteBuffer answer(SocketAddress client, int id, ByteBuffer name) {
        for (Ticket ticket : List.copyOf(latest)) {
            if (ticket.id() == id && ticket.client().equals(client)) {
                return ticket.answer().duplicate();
            }
        }
        ByteBuffer answer = ByteBuffer.allocate(8 + name.remaining());
        answer.putInt(id).putInt(next++).put(name).flip();
        if (latest.size() == 2 * REMEMBERED) {
            latest.removeFirst();
        }
        latest.addLast(new Ticket(client, id, answer));
        return answer.duplicate();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
