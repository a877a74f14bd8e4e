package portzero.echo;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** An echo client that sends and receives at the same time, so that it can take a message of any size. */
public class EchoClient implements Client {

    @Override
    public byte[] echo(InetSocketAddress server, byte[] message) throws IOException {
        try (Selector selector = Selector.open();
                SocketChannel channel = SocketChannel.open(server)) {
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            ByteBuffer out = ByteBuffer.wrap(message);
            ByteBuffer in = ByteBuffer.allocate(message.length);
            while (in.hasRemaining()) {
                selector.select();
                selector.selectedKeys().clear();
                channel.write(out);
                if (channel.read(in) < 0) {
                    throw new EOFException("The stream ended, " + in.remaining() + " bytes early");
                }
                key.interestOps(
                        out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
            }
            return in.array();
        }
    }
}
