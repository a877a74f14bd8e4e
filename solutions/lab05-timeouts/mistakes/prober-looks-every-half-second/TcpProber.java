package portzero.timeouts;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

public class TcpProber implements Prober {

    @Override
    public Finding probe(InetSocketAddress address, Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must be more than zero but was " + timeout);
        }
        if (address.isUnresolved()) {
            return Finding.UNKNOWN_HOST;
        }
        try (SocketChannel channel = SocketChannel.open();
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            if (!channel.connect(address)) {
                long end = System.nanoTime() + timeout.toNanos();
                channel.register(selector, SelectionKey.OP_CONNECT);
                while (selector.select(500) == 0) {
                    if (System.nanoTime() - end >= 0) {
                        return Finding.SILENT;
                    }
                }
                channel.finishConnect();
            }
            return Finding.OPEN;
        } catch (ConnectException refusal) {
            return Finding.REFUSED;
        } catch (IOException unreachable) {
            return Finding.UNREACHABLE;
        }
    }
}
