package portzero.shutdown;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A client on a blocking channel, with a buffer of its own for what has arrived. */
public class TcpClient implements Client {

    private final SocketChannel channel;
    private final ByteBuffer arrived = ByteBuffer.allocate(8192).limit(0); // what is unread lies before the limit

    public TcpClient() throws IOException {
        channel = SocketChannel.open();
    }

    @Override
    public void connect(InetSocketAddress server) throws IOException {
        channel.connect(server);
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(bytes);
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    @Override
    public void endOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public boolean hasMore() throws IOException {
        if (!arrived.hasRemaining()) {
            channel.read(arrived.clear());
            arrived.flip();
        }
        return arrived.hasRemaining();
    }

    @Override
    public byte[] receiveToEnd() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (hasMore()) {
            all.write(arrived.array(), arrived.position(), arrived.remaining());
            arrived.position(arrived.limit());
        }
        return all.toByteArray();
    }

    @Override
    public void endInput() throws IOException {
        channel.shutdownInput(); // reads give -1 from now on
        arrived.clear().limit(0);
    }

    @Override
    public void abort() throws IOException {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.close();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
