package portzero.snippets.tcp;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/** One write of a stream hands over everything, however long that takes. */
final class WriteAll {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback);
                var writer = new Socket(loopback, listener.getLocalPort());
                var reader = listener.accept()) {
            // snippet: all
            var counted = CompletableFuture.supplyAsync(() -> count(reader));
            writer.getOutputStream().write(new byte[64 << 20]); // one call, 64 MiB
            writer.shutdownOutput();
            System.out.println("one write; bytes that arrived: %,d".formatted(counted.join()));
            // end
        }
    }

    private static long count(Socket reader) {
        try {
            return reader.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
