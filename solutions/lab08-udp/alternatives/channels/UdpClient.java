package portzero.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Optional;

/** A client with a connected channel, a selector to wait, and ids that count up from 1. */
public class UdpClient implements Client {

    private int asked;

    @Override
    public byte[] ask(InetSocketAddress server, byte[] question, Duration wait, int attempts) throws IOException {
        int id = ++asked;
        ByteBuffer request = ByteBuffer.allocate(4 + question.length);
        request.putInt(id).put(question).flip();
        try (DatagramChannel channel = DatagramChannel.open();
                Selector selector = Selector.open()) {
            channel.connect(server);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            for (int i = 0; i < attempts; i++) {
                channel.write(request.rewind());
                Optional<byte[]> answer = answer(channel, selector, id, System.nanoTime() + wait.toNanos());
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
        }
        throw new SocketTimeoutException("no answer from " + server + " after " + attempts + " attempts");
    }

    private static Optional<byte[]> answer(DatagramChannel channel, Selector selector, int id, long end)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(4 + LONGEST + 1);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            selector.select(left / 1_000_000 + 1);
            selector.selectedKeys().clear();
            if (channel.receive(buffer.clear()) != null) {
                int length = buffer.flip().remaining();
                if (length >= 4 && length <= 4 + LONGEST && buffer.getInt() == id) {
                    byte[] answer = new byte[buffer.remaining()];
                    buffer.get(answer);
                    return Optional.of(answer);
                }
            }
        }
        return Optional.empty();
    }
}
