package portzero.echo;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** An echo client on a blocking channel. */
public class EchoClient implements Client {

    @Override
    public byte[] echo(InetSocketAddress server, byte[] message) throws IOException {
        try (SocketChannel channel = SocketChannel.open(server)) {
            ByteBuffer out = ByteBuffer.wrap(message);
            while (out.hasRemaining()) {
                channel.write(out);
            }
            ByteBuffer in = ByteBuffer.allocate(message.length);
            while (in.hasRemaining()) {
                if (channel.read(in) < 0) {
                    throw new EOFException("The stream ended, " + in.remaining() + " bytes early");
                }
            }
            return in.array();
        }
    }
}
