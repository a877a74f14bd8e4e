package portzero.testkit.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.locks.LockSupport;
import portzero.testkit.wire.WireLog;

/** Datagrams that never stop coming, from a thread of their own. */
final class DatagramFlood implements AutoCloseable {

    private static final long INTERVAL = 1_000_000; // nanoseconds

    private final WireLog wire;
    private final DatagramChannel channel;
    private final byte[] payload;
    private final InetSocketAddress to;
    private volatile boolean over;

    DatagramFlood(WireLog wire, DatagramChannel channel, byte[] payload, InetSocketAddress to) {
        this.wire = wire;
        this.channel = channel;
        this.payload = payload.clone();
        this.to = to;
        Thread thread = new Thread(this::run, "test-flood");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            SocketAddress here = channel.getLocalAddress();
            while (!over) {
                channel.send(ByteBuffer.wrap(payload), to);
                wire.sent(here, to, ByteBuffer.wrap(payload));
                LockSupport.parkNanos(INTERVAL);
            }
        } catch (IOException closed) {
            // the test has closed its socket, and so the flood is over
        }
    }

    @Override
    public void close() {
        over = true;
    }
}
