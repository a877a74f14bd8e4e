package portzero.unix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Sends in one thread and receives in another, so that neither waits for the other. */
public class UnixClient implements Client {

    private static final int BUFFER_SIZE = 16_384; // bytes

    @Override
    public byte[] exchange(Path server, byte[] message) throws IOException {
        SocketFile.requireShort(server);
        try (SocketChannel channel = connect(server)) {
            send(channel, message);
            return receive(channel);
        }
    }

    private static SocketChannel connect(Path server) throws IOException {
        try {
            return SocketChannel.open(UnixDomainSocketAddress.of(server));
        } catch (ConnectException refused) {
            throw refused;
        } catch (SocketException failed) {
            if (Files.notExists(server, LinkOption.NOFOLLOW_LINKS)) {
                throw new NoSuchFileException(server.toString(), null, "no server has been started there");
            }
            throw failed;
        }
    }

    private static boolean send(SocketChannel channel, byte[] message) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(message);
        while (left.hasRemaining()) {
            channel.write(left);
        }
        channel.shutdownOutput();
        return true;
    }

    private static byte[] receive(SocketChannel channel) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE);
        while (channel.read(buffer) >= 0) {
            answer.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
        return answer.toByteArray();
    }

    /** Waits until all has been sent; the server may have ended its stream before. */
    private static void join(FutureTask<Boolean> sending) throws IOException {
        try {
            sending.get();
        } catch (ExecutionException failed) {
            throw new IOException("The message could not be sent: the connection broke", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while sending");
        }
    }
}
