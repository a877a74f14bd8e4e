package portzero.testkit.kernel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Looks at the kernel's table of connections, on this machine's own network. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TcpTableBench {
    @Param({"1", "200"})
    private int connections;

    private final List<Socket> sockets = new ArrayList<>();
    private ServerSocket listener;

    @Setup
    public void connect() throws IOException {
        listener = new ServerSocket(0, connections, InetAddress.getLoopbackAddress());
        for (var i = 0; i < connections; i++) {
            sockets.add(new Socket(InetAddress.getLoopbackAddress(), listener.getLocalPort()));
            sockets.add(listener.accept());
        }
    }

    @TearDown
    public void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
        listener.close();
    }

    @Benchmark
    public Object all() {
        return TcpTable.read();
    }

    @Benchmark
    public long queued() {
        return TcpTable.queued((InetSocketAddress) listener.getLocalSocketAddress());
    }
}
