package portzero.unix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Receives in another thread, and sends in the caller's. */
public class UnixClient implements Client {

    @Override
    public byte[] exchange(Path server, byte[] message) throws IOException {
        int bytes = server.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        if (bytes > Server.LONGEST_PATH) {
            throw new SocketException("limit " + Server.LONGEST_PATH + ", but the path has " + bytes + " bytes");
        }
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            connect(channel, server);
            CompletableFuture<byte[]> answer = new CompletableFuture<>();
            new Thread(() -> receive(channel, answer)).start();
            ByteBuffer left = ByteBuffer.wrap(message);
            do {
                channel.write(left);
            } while (left.hasRemaining());
            channel.shutdownOutput();
            return answer.join();
        } catch (CompletionException failed) {
            throw new IOException(failed.getCause());
        } finally {
            channel.close();
        }
    }

    private static void connect(SocketChannel channel, Path server) throws IOException {
        try {
            channel.connect(UnixDomainSocketAddress.of(server));
        } catch (ConnectException dead) {
            throw dead;
        } catch (SocketException failed) {
            if (java.nio.file.Files.exists(server)) {
                throw failed;
            }
            throw new NoSuchFileException(server.toString());
        }
    }

    private static void receive(SocketChannel channel, CompletableFuture<byte[]> answer) {
        try {
            answer.complete(Channels.newInputStream(channel).readAllBytes());
        } catch (IOException | UncheckedIOException failed) {
            answer.completeExceptionally(failed);
        }
    }
}
