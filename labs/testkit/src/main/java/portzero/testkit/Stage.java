package portzero.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import portzero.testkit.kernel.TcpSocket;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.trace.Move;
import portzero.testkit.trace.Trace;

/** What the actors of one test share: the story, the deadline, the sockets that they know of. */
final class Stage implements Watch {

    private final Trace trace = new Trace();
    private final Seed seed;
    private volatile Deadline deadline = Deadline.ofTest();
    private final Set<Integer> ports = ConcurrentHashMap.newKeySet();
    private final Set<InetSocketAddress> own = ConcurrentHashMap.newKeySet();
    private final List<Running<?>> running = new CopyOnWriteArrayList<>();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final List<byte[]> drawn = new CopyOnWriteArrayList<>();
    private int connections;
    private @Nullable AssertionError failure;
    private int stepsToFailure;

    Stage(Seed seed) {
        this.seed = seed;
    }

    Trace trace() {
        return trace;
    }

    Seed seed() {
        return seed;
    }

    /** The deadline of one operation, which never outlasts the test's. */
    Deadline operation() {
        return deadline.within(Deadlines.operation());
    }

    /** The deadline of one call, which never outlasts the test's. */
    Deadline call() {
        return deadline.within(Deadlines.call());
    }

    /** The deadline of the test. */
    Deadline rest() {
        return deadline;
    }

    /** Gives what is put away after the test some time of its own, however late the test was. */
    void beginCleanUp() {
        deadline = Deadline.in(Deadlines.cleanUp());
    }

    /** Remembers that the story ends here if the test fails with this: closing things is no part of it. */
    @Override
    public <E extends AssertionError> E failed(E unmet) {
        failure = unmet;
        stepsToFailure = trace.size();
        return unmet;
    }

    /** How many steps the story of a failure has. */
    int stepsTo(Throwable thrown) {
        return thrown == failure ? stepsToFailure : trace.size();
    }

    /** Remembers bytes that were drawn from the seed. */
    byte[] drawn(byte[] bytes) {
        drawn.add(bytes);
        return bytes;
    }

    /** A remark for the story if the bytes were drawn from the seed. */
    String seedOf(byte[] bytes) {
        return drawn.stream().anyMatch(known -> known == bytes) ? ", seed " + seed.text() : "";
    }

    /** The number of a new connection, from 1. */
    int nextConnection() {
        return ++connections;
    }

    /** Remembers a socket of the test's own. */
    void owns(@Nullable SocketAddress local) {
        if (local instanceof InetSocketAddress endpoint) {
            own.add(endpoint);
            ports.add(endpoint.getPort());
        }
    }

    /** Remembers an endpoint of the subject's. */
    void knows(@Nullable Object endpoint) {
        if (endpoint instanceof InetSocketAddress address
                && address.getPort() != 0) { // 0 is no port but a wish for one
            ports.add(address.getPort());
        }
    }

    void started(Running<?> call) {
        running.add(call);
    }

    /** Has something closed at the end of the test, the last one first. */
    <T extends AutoCloseable> T closing(T resource) {
        open.push(resource);
        return resource;
    }

    @Override
    public @Nullable AssertionError trouble() {
        return running.stream()
                .map(Running::trouble)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The subject's sockets, as the kernel sees them now. */
    List<TcpSocket> subjectSockets() {
        return TcpTable.read().stream()
                .filter(socket -> ports.stream().anyMatch(socket::concerns))
                .filter(socket -> !own.contains(socket.local()))
                .toList();
    }

    /** Closes all sockets. Idempotent. */
    void close() {
        for (AutoCloseable resource : open) {
            closeQuietly(resource);
        }
        open.clear();
    }

    private void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (IOException gone) {
            trace.add(Move.Kind.NOTE, "test", "test", "close failed: " + gone, "close failed");
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
