package portzero.reliable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A server with a channel and a selector, which reads the header by itself to find out whose upload begins. */
public class UdpUploadServer implements UploadServer {

    private DatagramChannel channel;
    private Selector selector;

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        selector = Selector.open();
        channel = DatagramChannel.open();
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
        try {
            channel.bind(address);
        } catch (IOException taken) {
            close();
            throw taken;
        }
        return (InetSocketAddress) channel.getLocalAddress();
    }

    @Override
    public byte[] receive(Duration idle, Duration linger) throws IOException {
        GoBackNReceiver receiver = new GoBackNReceiver();
        receiver.start();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        SocketAddress client = null;
        ByteBuffer buffer = ByteBuffer.allocate(65_535);
        long last = System.nanoTime();
        while (true) {
            Duration limit = receiver.ended() ? linger : idle;
            long left = limit.toNanos() - (System.nanoTime() - last);
            if (left <= 0) {
                break;
            }
            selector.select(left / 1_000_000 + 1);
            selector.selectedKeys().clear();
            buffer.clear();
            SocketAddress from = channel.receive(buffer);
            if (from == null || client != null && !from.equals(client)) {
                continue;
            }
            byte[] datagram = Arrays.copyOf(buffer.array(), buffer.position());
            if (client == null && (datagram.length < 2 || datagram[1] != 0)) {
                continue;
            }
            List<byte[]> answers = receiver.receive(datagram);
            if (answers.isEmpty()) {
                continue;
            }
            client = from;
            last = System.nanoTime();
            all.write(receiver.take());
            for (byte[] answer : answers) {
                channel.send(ByteBuffer.wrap(answer), from);
            }
        }
        if (!receiver.ended()) {
            throw new SocketTimeoutException("no end");
        }
        return all.toByteArray();
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            selector.close();
        }
    }
}
