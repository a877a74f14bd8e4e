package portzero.testkit.external;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.ThreadLocalRandom;
import portzero.testkit.wire.Transport;

/**
 * Finds a port for a program to listen on.
 *
 * <p>Below those that systems give to whoever asks for any (32768 and up on Linux, 49152 elsewhere): nobody gets it by chance
 * between the moment at which it is found free and the one at which the program binds it.
 */
final class FreePort {

    private static final int LOWEST = 16_384;
    private static final int BEYOND = 32_768;
    private static final int TRIES = 1_000;

    private FreePort() {}

    /** A port that is free at this address. */
    static int at(InetAddress host, Transport transport) throws IOException {
        for (int left = TRIES; left > 0; left--) {
            InetSocketAddress address =
                    new InetSocketAddress(host, ThreadLocalRandom.current().nextInt(LOWEST, BEYOND));
            if (isFree(address, transport)) {
                return address.getPort();
            }
        }
        throw new BindException("None of " + TRIES + " ports at " + host.getHostAddress() + " is free");
    }

    /** Whether it can be bound. */
    static boolean isFree(InetSocketAddress address, Transport transport) throws IOException {
        try (var channel = transport == Transport.TCP ? ServerSocketChannel.open() : DatagramChannel.open()) {
            if (channel instanceof ServerSocketChannel server) {
                server.bind(address);
            } else if (channel instanceof DatagramChannel datagrams) {
                datagrams.bind(address);
            }
            return true;
        } catch (BindException taken) {
            if (address.getPort() == 0) {
                throw taken;
            }
            return false;
        }
    }
}
