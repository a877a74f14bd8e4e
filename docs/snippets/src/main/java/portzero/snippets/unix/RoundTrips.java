package portzero.snippets.unix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/** One byte there and back, over TCP on loopback and over a Unix-domain socket. With the argument "time", how long. */
final class RoundTrips {
    private static final int TRIPS = 2000;

    public static void main(String[] args) throws IOException {
        var folder = Files.createTempDirectory("trips");
        var path = folder.resolve("trips.sock");
        var timed = Arrays.asList(args).contains("time");
        for (var round = 0; round < (timed ? 20 : 1); round++) {
            report("TCP ", timed, measure(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
            report("Unix", timed, measure(UnixDomainSocketAddress.of(path)));
            Files.delete(path);
        }
        Files.delete(folder);
    }

    // snippet: measure
    /** The median of the round trips, in nanoseconds. */
    private static long measure(SocketAddress address) throws IOException {
        var family =
                address instanceof UnixDomainSocketAddress ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET;
        try (var listener = ServerSocketChannel.open(family).bind(address);
                var client = SocketChannel.open(listener.getLocalAddress());
                var server = listener.accept()) {
            noDelay(client);
            noDelay(server);
            var echo = CompletableFuture.runAsync(() -> echo(server));
            var trips = new long[TRIPS];
            var one = ByteBuffer.allocate(1);
            for (var i = 0; i < TRIPS; i++) {
                var start = System.nanoTime();
                client.write(one.clear());
                client.read(one.clear());
                trips[i] = System.nanoTime() - start;
            }
            client.shutdownOutput();
            echo.join();
            Arrays.sort(trips);
            return trips[TRIPS / 2];
        }
    }
    // end

    private static void noDelay(SocketChannel channel) throws IOException {
        if (channel.supportedOptions().contains(StandardSocketOptions.TCP_NODELAY)) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
    }

    private static void echo(SocketChannel server) {
        var one = ByteBuffer.allocate(1);
        try {
            while (server.read(one.clear()) != -1) {
                server.write(one.flip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void report(String what, boolean timed, long nanos) {
        System.out.println(what + ": " + TRIPS + " round trips" + (timed ? ", median " + nanos / 1000 + " µs" : ""));
    }
}
