package portzero.testkit;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import portzero.testkit.kernel.TcpState;
import portzero.testkit.trace.ByteDifference;
import portzero.testkit.trace.UnmetExpectation;

/**
 * The test's side of the network: sockets whose every operation is a numbered step of the story that a failure
 * tells. All of them are closed after the test. Not thread-safe.
 */
public final class Wire {

    private static final int NARROW = 4_096; // bytes; the system makes of it what it likes, see tcp(7)

    private final Stage stage;
    private final Connecting connecting;
    private final Random random;

    Wire(Stage stage) {
        this.stage = stage;
        connecting = new Connecting(stage);
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

    /**
     * Does nothing for so long, as somebody who is slow. For a contract that sets no time limit; never to wait for
     * something that the subject is to do.
     */
    public Wire pause(Duration time) {
        note("test does nothing for " + Deadlines.text(time));
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            LockSupport.parkNanos(end - System.nanoTime()); // may return early
        }
        return this;
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
        return connecting.connect(address, SocketChannel.open());
    }

    /**
     * Connects over TCP to the subject with a small receive buffer: beyond a few kilobytes, what the subject sends and
     * the test does not read stays on the subject's side. What becomes of it when the subject closes can be seen then.
     *
     * @throws UnmetExpectation if nobody accepts
     */
    public Peer connectNarrow(InetSocketAddress address) throws IOException {
        return connecting.connect(address, SocketChannel.open().setOption(StandardSocketOptions.SO_RCVBUF, NARROW));
    }

    /** Connects over TCP to the subject, many times at once, as one step of the story. */
    public Crowd connectMany(InetSocketAddress address, int size) throws IOException {
        connecting.checkTarget(address);
        Crowd crowd = Crowd.connect(stage, address, size);
        stage.closing(crowd::abandon);
        return crowd;
    }

    /** Connects over a Unix-domain socket to the subject. */
    public Peer connect(Path path) throws IOException {
        return connecting.connect(UnixDomainSocketAddress.of(path), SocketChannel.open(StandardProtocolFamily.UNIX));
    }

    /**
     * Expects that nobody listens at the address: a connection is refused.
     *
     * <p>A listener that has just been closed is given the time to go: while a thread is blocked in accept, the
     * kernel keeps the listener until that thread has woken up, which may be after {@code close} has returned. No
     * connection is made meanwhile, for that would wake the thread.
     */
    public void expectRefused(InetSocketAddress address) throws IOException {
        connecting.expectRefused(address);
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
        connecting.checkTarget(address);
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

    /**
     * Expects that no more than so many threads are in the student's code, or that it comes to that. The program tells which it
     * has; where the kernel can be asked, its count must not be more than twelve above that, for a program may lie.
     */
    public void expectThreadsAtMost(int most) {
        new ThreadAccount(stage).expectAtMost(most);
    }

    /**
     * Expects that none of the subject's sockets stays in a state. Where the kernel does not show its sockets
     * (not Linux) nothing is checked, and the story says so.
     */
    public void expectNoneIn(TcpState state) {
        new SocketCount(stage, state).expectNone();
    }

    /**
     * Expects that one of the subject's sockets is in a state, or comes into it. Where the kernel does not show its
     * sockets (not Linux) nothing is checked, and the story says so.
     */
    public void expectOneIn(TcpState state) {
        new SocketCount(stage, state).expectOne();
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

    /** Counts the subject's descriptors, to see later whether they have become more. */
    public Descriptors descriptors() {
        return new Descriptors(stage);
    }
}
