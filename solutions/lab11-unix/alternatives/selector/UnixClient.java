package portzero.unix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Sends and receives in one thread, with a selector. */
public class UnixClient implements Client {

    @Override
    public byte[] exchange(Path server, byte[] message) throws IOException {
        int length = server.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > Server.LONGEST_PATH) {
            throw new IOException(
                    "a path may have " + Server.LONGEST_PATH + " bytes but this one has " + length + ": " + server);
        }
        if (Files.notExists(server, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException("no server at " + server);
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                Selector selector = Selector.open()) {
            channel.connect(UnixDomainSocketAddress.of(server));
            channel.configureBlocking(false);
            return exchange(channel, channel.register(selector, 0), ByteBuffer.wrap(message));
        } catch (ConnectException dead) {
            throw (ConnectException) new ConnectException("nobody listens at " + server).initCause(dead);
        }
    }

    private static byte[] exchange(SocketChannel channel, SelectionKey key, ByteBuffer out) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer in = ByteBuffer.allocate(65_536);
        boolean sending = true;
        boolean receiving = true;
        while (sending || receiving) {
            if (sending) {
                channel.write(out);
                if (!out.hasRemaining()) {
                    channel.shutdownOutput();
                    sending = false;
                }
            }
            int n = receiving ? channel.read(in.clear()) : 0;
            receiving &= n >= 0;
            answer.write(in.array(), 0, Math.max(n, 0));
            if (n <= 0 && (sending || receiving)) {
                key.interestOps((sending ? SelectionKey.OP_WRITE : 0) | (receiving ? SelectionKey.OP_READ : 0));
                key.selector().select();
                key.selector().selectedKeys().clear();
            }
        }
        return answer.toByteArray();
    }
}
