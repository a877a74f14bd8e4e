package portzero.reliable;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Arrays;
import java.util.List;

/** A client with an unconnected channel and a selector. */
public class UdpUploadClient implements UploadClient {

    @Override
    public void upload(InetSocketAddress server, byte[] data, Settings settings) throws IOException {
        Sender sender = new GoBackNSender();
        try (Selector selector = Selector.open();
                DatagramChannel channel = DatagramChannel.open()) {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            sendAll(channel, server, sender.start(data, settings, milliseconds()));
            ByteBuffer buffer = ByteBuffer.allocate(65_535);
            while (sender.state() == TransferState.SENDING) {
                long left = sender.nextTimeout().get() - milliseconds();
                if (left > 0) {
                    selector.select(left);
                    selector.selectedKeys().clear();
                }
                buffer.clear();
                SocketAddress from = channel.receive(buffer);
                if (from != null && from.equals(server)) {
                    byte[] datagram = Arrays.copyOf(buffer.array(), buffer.position());
                    sendAll(channel, server, sender.receive(datagram, milliseconds()));
                }
                sendAll(channel, server, sender.tick(milliseconds()));
            }
        }
        if (sender.state() != TransferState.DONE) {
            throw new SocketTimeoutException("gave up");
        }
    }

    private static long milliseconds() {
        return System.nanoTime() / 1_000_000;
    }

    private static void sendAll(DatagramChannel channel, InetSocketAddress to, List<byte[]> packets)
            throws IOException {
        for (byte[] packet : packets) {
            while (channel.send(ByteBuffer.wrap(packet), to) == 0) {
                Thread.yield(); // no room in the buffer for a moment
            }
        }
    }
}
