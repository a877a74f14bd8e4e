package portzero.testkit;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import portzero.testkit.kernel.TcpSocket;
import portzero.testkit.kernel.TcpState;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.trace.ByteDifference;
import portzero.testkit.trace.Move;
import portzero.testkit.trace.Shown;
import portzero.testkit.trace.Step;
import portzero.testkit.trace.UnmetExpectation;

/**
 * The test's side of the network: sockets whose every operation is a numbered step of the story that a failure
 * tells. All of them are closed after the test. Not thread-safe.
 */
public final class Wire {

    private static final int NARROW = 4_096; // bytes; the system makes of it what it likes, see tcp(7)

    private final Stage stage;
    private final Random random;

    Wire(Stage stage) {
        this.stage = stage;
        random = stage.seed().random();
    }

    /** The IPv4 loopback address with port 0: any free port. */
    public InetSocketAddress loopback() {
        return new InetSocketAddress(Loopback.IPV4, 0);
    }

    /** The IPv6 loopback address with port 0; empty, and the story says so, where the machine has none. */
    public Optional<InetSocketAddress> loopback6() {
        return new UdpSockets(stage).loopback6();
    }

    /** Random choices, the same again for the same seed. */
    public Random random() {
        return random;
    }

    /** Random bytes, the same again for the same seed. */
    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return stage.drawn(bytes);
    }

    /** Random lower-case letters, the same again for the same seed. */
    public String letters(int length) {
        return random.ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Says something in the story that no operation says. */
    public void note(String sentence) {
        stage.note(sentence, sentence);
    }

    /** Runs a call of the subject while the test goes on. Ask for its {@link Running#result()} before the test ends. */
    public <T extends @Nullable Object> Running<T> start(Callable<T> call) {
        return new Running<>(stage, call);
    }

    /** Expects that bytes which the subject returned are these, and shows the first that differs. */
    public void expectSame(byte[] expected, byte[] actual) {
        if (ByteDifference.first(expected, actual) >= 0) {
            throw stage.failed(new UnmetExpectation(ByteDifference.text(expected, actual)));
        }
    }

    /** Connects over TCP to the subject. */
    public Peer connect(InetSocketAddress address) throws IOException {
        return connect(address, SocketChannel.open());
    }

    /**
     * Connects over TCP to the subject with a small receive buffer: beyond a few kilobytes, what the subject sends and
     * the test does not read stays on the subject's side. What becomes of it when the subject closes can be seen then.
     *
     * @throws UnmetExpectation if nobody accepts
     */
    public Peer connectNarrow(InetSocketAddress address) throws IOException {
        return connect(address, SocketChannel.open().setOption(StandardSocketOptions.SO_RCVBUF, NARROW));
    }

    /** Connects over TCP to the subject, many times at once, as one step of the story. */
    public Crowd connectMany(InetSocketAddress address, int size) throws IOException {
        checkTarget(address);
        Crowd crowd = Crowd.connect(stage, address, size);
        stage.closing(crowd::abandon);
        return crowd;
    }

    /** Connects over a Unix-domain socket to the subject. */
    public Peer connect(Path path) throws IOException {
        return connect(UnixDomainSocketAddress.of(path), SocketChannel.open(StandardProtocolFamily.UNIX));
    }

    private Peer connect(SocketAddress address, SocketChannel channel) throws IOException {
        stage.closing(channel);
        checkTarget(address);
        stage.knows(address);
        channel.configureBlocking(false);
        try {
            if (!channel.connect(address)) {
                Stream.await(
                        channel,
                        SelectionKey.OP_CONNECT,
                        stage.operation(),
                        stage,
                        Voice.instead(
                                "the server to accept a connection on " + Shown.value(address), "there was no answer"));
                channel.finishConnect();
            }
        } catch (SocketException failed) {
            throw notConnected(address, failed);
        }
        Peer peer = stage.closing(new Peer(stage, channel, "server"));
        peer.voice().says(Move.Kind.CONNECT, "connects from " + Shown.value(peer.localAddress()), "connects");
        return peer;
    }

    private UnmetExpectation notConnected(SocketAddress address, SocketException failed) {
        // A Unix-domain socket without a file is as good as refused; a TCP socket may be reset before we look.
        boolean refused = failed instanceof ConnectException || address instanceof UnixDomainSocketAddress;
        String where = Shown.value(address);
        stage.trace()
                .add(
                        Move.Kind.RESET,
                        "server",
                        Voice.TEST,
                        "server " + (refused ? "refuses" : "resets") + " a connection to " + where,
                        refused ? "refused" : "reset");
        return unmet(
                Voice.instead(
                        "a listener on " + where,
                        refused ? "the connection was refused" : "the connection failed: " + failed.getMessage()),
                failed);
    }

    /** Checks an address that may have come from the subject. */
    private void checkTarget(@Nullable SocketAddress address) {
        boolean unbound =
                address instanceof InetSocketAddress endpoint && (endpoint.isUnresolved() || endpoint.getPort() == 0);
        if (address == null || unbound) {
            throw stage.failed(new UnmetExpectation(Voice.instead(
                    "the address of a listener to connect to",
                    "got " + Shown.value(address) + "; return the address that the socket is bound to")));
        }
    }

    /**
     * Expects that nobody listens at the address: a connection is refused.
     *
     * <p>A listener that has just been closed is given the time to go: while a thread is blocked in accept, the
     * kernel keeps the listener until that thread has woken up, which may be after {@code close} has returned. No
     * connection is made meanwhile, for that would wake the thread.
     */
    public void expectRefused(InetSocketAddress address) throws IOException {
        checkTarget(address);
        awaitNoListener(address);
        try (SocketChannel channel = SocketChannel.open()) {
            channel.configureBlocking(false);
            if (!channel.connect(address)) {
                Stream.await(
                        channel,
                        SelectionKey.OP_CONNECT,
                        stage.operation(),
                        stage,
                        Voice.instead("a refusal by " + Shown.value(address), "there was no answer"));
                channel.finishConnect();
            }
            stage.owns(channel.getLocalAddress());
            if (address.equals(channel.getLocalAddress())) { // the kernel chose the very port: TCP met itself
                throw new ConnectException("nobody but this socket has the port");
            }
        } catch (ConnectException refused) {
            stage.trace()
                    .add(
                            Move.Kind.RESET,
                            "server",
                            Voice.TEST,
                            "connection to " + Shown.value(address) + " is refused",
                            "refused");
            return;
        }
        throw stage.failed(new UnmetExpectation(
                Voice.instead("no listener on " + Shown.value(address), "a connection succeeded")));
    }

    private void awaitNoListener(InetSocketAddress address) {
        Wait wait = new Wait(stage.operation(), stage, () -> "");
        boolean hope = true;
        while (hope && TcpTable.read().stream().anyMatch(socket -> socket.listensOn(address))) {
            LockSupport.parkNanos(200_000); // the kernel has no event for “a listener is gone”
            hope = wait.failure() == null;
        }
    }

    /** Listens on a free port of the loopback interface, for a subject that connects. */
    public Listener listen() throws IOException {
        ServerSocketChannel channel = stage.closing(ServerSocketChannel.open());
        return stage.closing(new Listener(stage, channel.bind(loopback())));
    }

    /** Listens on a Unix-domain socket, for a subject that connects. The file is the caller's to delete. */
    public Listener listen(Path path) throws IOException {
        ServerSocketChannel channel = stage.closing(ServerSocketChannel.open(StandardProtocolFamily.UNIX));
        return stage.closing(new Listener(stage, channel.bind(UnixDomainSocketAddress.of(path))));
    }

    /** Holds a port of the loopback interface on which nobody listens, so that connections to it are refused. */
    public RefusingPort refusingPort() throws IOException {
        return stage.closing(RefusingPort.open(stage, loopback()));
    }

    /**
     * Listens with a queue that is full already, so that a connection to it is neither accepted nor refused. Empty,
     * and the story says so, where a full queue is no silence (Windows).
     */
    public Optional<FullBacklog> fullBacklog() throws IOException {
        FullBacklog full = stage.closing(FullBacklog.open(stage, loopback()));
        if (!full.isFull()) {
            note("this system does not leave a connection unanswered; not checked: silence");
            return Optional.empty();
        }
        return Optional.of(full);
    }

    /**
     * An address that the system knows to be unreachable, so that a connection fails at once and nothing is sent:
     * TCP cannot speak to a group of hosts. Empty, and the story says so, where this fails in another way.
     */
    public Optional<InetSocketAddress> unreachableAddress() throws IOException {
        InetSocketAddress group = new InetSocketAddress("224.0.0.1", 9);
        try (SocketChannel channel = SocketChannel.open()) {
            channel.configureBlocking(false); // so that no attempt lasts, whatever the system makes of it
            channel.connect(group);
        } catch (SocketException unreachable) {
            if (!(unreachable instanceof ConnectException)) {
                return Optional.of(group);
            }
        }
        note("this system tries to reach a group of hosts; not checked: unreachable");
        return Optional.empty();
    }

    /** Opens a UDP socket on a free port of the loopback interface. */
    public Datagrams datagrams() throws IOException {
        return datagrams(loopback());
    }

    /** Opens a UDP socket at an address of this machine, IPv4 or IPv6. */
    public Datagrams datagrams(InetSocketAddress address) throws IOException {
        return new UdpSockets(stage).open(address, Voice.ofSocket(stage));
    }

    /** Opens a UDP socket on a free port of the loopback interface, and calls whoever uses it a stranger. */
    public Datagrams stranger() throws IOException {
        return new UdpSockets(stage).open(loopback(), Voice.of(stage, "stranger"));
    }

    /**
     * Opens a UDP socket with the port of another one, at another address of this machine. Empty, and the story says so,
     * where there is no such address (127.0.0.2, which Linux and Windows have).
     */
    public Optional<Datagrams> namesake(Datagrams other) throws IOException {
        return new UdpSockets(stage).namesake(other.address().getPort());
    }

    /**
     * The address of a UDP port that is taken and on which nobody receives: what is sent there is answered with
     * “port unreachable”, and nobody else can get the port meanwhile.
     */
    public InetSocketAddress unreachable() throws IOException {
        return new UdpSockets(stage).unreachable();
    }

    /**
     * Whether this system lets a connected socket know, and soon, that a port is unreachable; no system has to.
     * The story says so where it does not.
     */
    public boolean tellsUnreachable() throws IOException {
        return new UdpSockets(stage).tellsUnreachable();
    }

    /** Expects that a UDP port can be bound, if need be a moment later: its socket is closed. */
    public void expectFree(InetSocketAddress address) throws IOException {
        checkTarget(address);
        new UdpSockets(stage).expectFree(address);
    }

    /**
     * Waits until the subject has come to rest: a server is blocked in accept again, a closed connection is put away.
     * Where that cannot be seen, and for a program that never rests because it waits with time limits, this waits no
     * longer than a moment; a test must not depend on it to be right, only to be strict.
     */
    public Wire awaitRest() {
        stage.awaitRest();
        return this;
    }

    /**
     * Expects that the subject sleeps, or comes to it: none of its threads uses the processor. Where that cannot be
     * seen nothing is checked, and the story says so.
     */
    public void expectIdle() {
        Idleness.expect(stage);
    }

    /** Expects that no more than so many threads are in the student's code, or that it comes to that. */
    public void expectThreadsAtMost(int most) {
        new ThreadAccount(stage).expectAtMost(most);
    }

    /**
     * Expects that none of the subject's sockets stays in a state. Where the kernel does not show its sockets
     * (not Linux) nothing is checked, and the story says so.
     */
    public void expectNoneIn(TcpState state) {
        awaitCount(state, count -> count == 0, () -> tooMany(state));
    }

    /**
     * Expects that one of the subject's sockets is in a state, or comes into it. Where the kernel does not show its
     * sockets (not Linux) nothing is checked, and the story says so.
     */
    public void expectOneIn(TcpState state) {
        awaitCount(state, count -> count > 0, () -> Voice.instead("a socket in " + state, "there was none"));
    }

    /**
     * Expects that the subject's program has no thread left of those that it has started, itself or by a pool or timer
     * of its own, since the test began. Waits for the last ones to go, and names those that stay. Calls of the
     * subject that are under way count.
     *
     * <p>Virtual threads are not seen: the JVM does not list them. What the JDK keeps for everybody, such as the common
     * pool, does not count.
     */
    public void expectNoThreads() {
        expectThreadsAtMost(0);
    }

    /**
     * Asks the subject something until the answer is what it should be; for what happens in the subject by itself,
     * soon, but at a moment that nobody is told. The story tells the last time it was asked only.
     *
     * @param question asks, and leaves nothing open behind; it must not matter how often
     * @throws AssertionError if the answer is another still when the deadline has passed, or the subject has come to
     *     rest
     */
    public <T> void expectSoon(T answer, Callable<T> question) throws Exception {
        new Again(stage).until(answer, question);
    }

    private void awaitCount(TcpState state, LongPredicate wanted, Supplier<String> missing) {
        if (!TcpTable.isVisible()) {
            note("this system does not show its sockets; not checked: " + state);
            return;
        }
        Step step = stage.note("test asks the kernel for sockets in " + state, "kernel");
        AtomicLong count = new AtomicLong();
        try {
            new Wait(stage.operation(), stage, missing).until(200_000, () -> {
                count.set(count(state));
                return wanted.test(count.get());
            });
        } finally {
            step.outcome(count.get() == 0 ? "none" : count + " found");
        }
    }

    private String tooMany(TcpState state) {
        long count = count(state);
        return Voice.instead("no socket in " + state, count + (count == 1 ? " was" : " were") + " still there");
    }

    private long count(TcpState state) {
        return stage.subjectSockets().stream()
                .map(TcpSocket::state)
                .filter(state::equals)
                .count();
    }

    /** Counts the subject's descriptors, to see later whether they have become more. */
    public Descriptors descriptors() {
        return new Descriptors(stage);
    }

    private UnmetExpectation unmet(String message, IOException cause) {
        UnmetExpectation unmet = new UnmetExpectation(message);
        unmet.initCause(cause);
        return stage.failed(unmet);
    }
}
