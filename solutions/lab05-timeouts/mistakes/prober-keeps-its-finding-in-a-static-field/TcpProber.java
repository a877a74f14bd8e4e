package portzero.timeouts;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

public class TcpProber implements Prober {

    private static volatile Finding finding = Finding.UNREACHABLE;

    @Override
    public Finding probe(InetSocketAddress address, Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must be more than zero but was " + timeout);
        }
        if (address.isUnresolved()) {
            return Finding.UNKNOWN_HOST;
        }
        finding = Finding.SILENT;
        look(address, timeout);
        return finding;
    }

    private static void look(InetSocketAddress address, Duration timeout) {
        try (SocketChannel channel = SocketChannel.open();
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            if (!channel.connect(address)) {
                channel.register(selector, SelectionKey.OP_CONNECT);
                if (selector.select(Math.max(1, timeout.toMillis())) == 0) {
                    return;
                }
                channel.finishConnect();
            }
            finding = Finding.OPEN;
        } catch (ConnectException refusal) {
            finding = Finding.REFUSED;
        } catch (IOException unreachable) {
            finding = Finding.UNREACHABLE;
        }
    }
}
