package portzero.testkit.net;

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
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import portzero.testkit.adversary.Adversary;
import portzero.testkit.await.Eventually;
import portzero.testkit.await.Pause;
import portzero.testkit.await.PendingCall;
import portzero.testkit.check.ArrayCheck;
import portzero.testkit.check.ConnectCheck;
import portzero.testkit.check.IdleCheck;
import portzero.testkit.check.NoWakeupCheck;
import portzero.testkit.check.OpenFileCheck;
import portzero.testkit.check.SocketCheck;
import portzero.testkit.check.ThreadCheck;
import portzero.testkit.file.SharedFolder;
import portzero.testkit.internal.StepRecorder;
import portzero.testkit.internal.TestContext;
import portzero.testkit.kernel.TcpState;
import portzero.testkit.trace.ByteDifference;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.UnmetExpectationError;

/**
 * The test's side of the network: sockets whose every operation is a numbered step of the story that a failure
 * tells. All of them are closed after the test. Not thread-safe.
 */
public final class TestNetwork {

    private static final int PERIOD = 262_147; // bytes; a prime number
    private static final int NARROW = 4_096; // bytes; the system makes of it what it likes, see tcp(7)

    private final TestContext context;
    private final Connector connecting;
    private final Random random;

    public TestNetwork(TestContext context) {
        this.context = context;
        connecting = new Connector(context);
        random = context.seed().random();
    }

    /** The IPv4 loopback address with port 0: any free port. */
    public InetSocketAddress loopback() {
        return new InetSocketAddress(Loopback.IPV4, 0);
    }

    /** The IPv6 loopback address with port 0; empty, and the story says so, where the machine has none. */
    public Optional<InetSocketAddress> loopback6() {
        return new UdpSocketFactory(context).loopback6();
    }

    /** Random choices, the same again for the same seed. */
    public Random random() {
        return random;
    }

    /**
     * Random bytes, the same again for the same seed. More than some hundred thousand repeat themselves, with a prime number
     * as their period: no program that loses, repeats or swaps whole blocks hits that, and megabytes come quickly.
     */
    public byte[] bytes(int length) {
        byte[] drawn = new byte[Math.min(length, PERIOD)];
        random.nextBytes(drawn);
        byte[] bytes = Arrays.copyOf(drawn, length);
        for (int at = PERIOD; at < length; at += PERIOD) {
            System.arraycopy(drawn, 0, bytes, at, Math.min(PERIOD, length - at));
        }
        return context.drawn(bytes);
    }

    /** Random lower-case letters, the same again for the same seed. */
    public String letters(int length) {
        return random.ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Says something in the story that no operation says. */
    public void note(String sentence) {
        context.note(sentence, sentence);
    }

    /**
     * Says that this machine cannot show something that the test is about: in the story, and beside the points of a test
     * that passes all the same.
     *
     * @param reason {@code this system has one loopback address}
     * @param what what is left open, {@code whether another one is refused}
     */
    public void unchecked(String reason, String what) {
        context.unchecked(reason, what);
    }

    /**
     * Does nothing for seconds, as somebody who is slow; for a contract that sets no time limit, and never to wait for
     * something that the subject is to do. Where all of the subject's threads wait without a time limit, and the kernel shows it,
     * the pause is over as soon as that is certain.
     */
    public TestNetwork pause() {
        Pause.pass(context);
        return this;
    }

    /** Runs a call of the subject while the test goes on. Ask for its {@link PendingCall#result()} before the test ends. */
    public <T extends @Nullable Object> PendingCall<T> start(Callable<T> call) {
        return new PendingCall<>(context, call);
    }

    /** Expects that bytes which the subject returned are these, and shows the first that differs. */
    public void expectSame(byte[] expected, byte[] actual) {
        if (ByteDifference.first(expected, actual) >= 0) {
            throw context.failed(ByteDifference.failure(context.sourceOf(actual), expected, actual));
        }
        context.answered(expected);
    }

    /** Connects over TCP to the subject. */
    public Peer connect(InetSocketAddress address) throws IOException {
        return connecting.connect(address, SocketChannel.open());
    }

    /**
     * Connects over TCP to the subject with a small receive buffer: beyond a few kilobytes, what the subject sends and
     * the test does not read stays on the subject's side. What becomes of it when the subject closes can be seen then.
     *
     * @throws UnmetExpectationError if nobody accepts
     */
    public Peer connectNarrow(InetSocketAddress address) throws IOException {
        return connecting.connect(address, SocketChannel.open().setOption(StandardSocketOptions.SO_RCVBUF, NARROW));
    }

    /**
     * Connects over TCP to the subject many times, one after another, and resets each connection at once: of some the subject
     * learns only when it has accepted them and wants to use them. One step of the story.
     */
    public void connectAndReset(InetSocketAddress address, int times) throws IOException {
        connecting.checkTarget(address);
        PeerGroup.connectAndReset(context, address, times);
    }

    /** Connects over TCP to the subject, many times at once, as one step of the story. */
    public PeerGroup connectMany(InetSocketAddress address, int size) throws IOException {
        connecting.checkTarget(address);
        PeerGroup group = PeerGroup.connect(context, address, size);
        context.closing(group::abandon);
        return group;
    }

    /** A new folder that the subject sees, too, and in which it may do what it likes; for the paths of sockets. */
    public SharedFolder folder() throws IOException {
        return SharedFolder.create(context);
    }

    /**
     * Connects over a Unix-domain socket to the subject.
     *
     * @param path absolute, as the subject sees it, and of the test's own choice: what the subject names is not opened
     */
    public Peer connect(Path path) throws IOException {
        return connecting.connect(path);
    }

    /** Expects that nobody listens at a path, be it that nothing is there or that nobody is behind it. */
    public void expectRefused(Path path) throws IOException {
        connecting.expectRefused(path);
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

    /**
     * Expects that no socket of the subject's listens that was bound to a path, or that it comes to that, whatever has become of
     * the file. Where the kernel does not show its sockets (not Linux) nothing is checked, and the story says so.
     */
    public void expectNoListener(Path path) {
        connecting.expectNoListener(path);
    }

    /** Listens on a free port of the loopback interface, for a subject that connects. */
    public Listener listen() throws IOException {
        return listen(loopback());
    }

    /** Listens at an address of this machine, IPv4 or IPv6, for a subject that connects. */
    public Listener listen(InetSocketAddress address) throws IOException {
        ServerSocketChannel channel = context.closing(ServerSocketChannel.open());
        return context.closing(new Listener(context, channel.bind(address)));
    }

    /**
     * Listens on a Unix-domain socket, for a subject that connects; every user may. The file stays when the listener is closed.
     *
     * @param path absolute, as the subject sees it
     */
    public Listener listen(Path path) throws IOException {
        Path here = context.here(path);
        ServerSocketChannel channel = context.closing(ServerSocketChannel.open(StandardProtocolFamily.UNIX));
        Listener listener = context.closing(
                new Listener(context, channel.bind(UnixDomainSocketAddress.of(here)), DisplayText.value(path)));
        SharedFolder.permitAll(here);
        return listener;
    }

    /** Holds a port of the loopback interface on which nobody listens, so that connections to it are refused. */
    public RefusingPort refusingPort() throws IOException {
        return context.closing(RefusingPort.open(context, loopback()));
    }

    /**
     * Listens with a queue that is full already, so that a connection to it is neither accepted nor refused. Empty,
     * and the story says so, where a full queue is no silence (Windows).
     */
    public Optional<FullBacklog> fullBacklog() throws IOException {
        FullBacklog full = context.closing(FullBacklog.open(context, loopback()));
        if (!full.isFull()) {
            unchecked("this system does not leave a connection unanswered", "silence");
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
        unchecked("this system tries to reach a group of hosts", "an unreachable address");
        return Optional.empty();
    }

    /** Opens a UDP socket on a free port of the loopback interface. */
    public DatagramPeer datagrams() throws IOException {
        return datagrams(loopback());
    }

    /** Opens a UDP socket at an address of this machine, IPv4 or IPv6. */
    public DatagramPeer datagrams(InetSocketAddress address) throws IOException {
        return new UdpSocketFactory(context).open(address, StepRecorder.ofSocket(context));
    }

    /** Opens a UDP socket on a free port of the loopback interface, and calls whoever uses it a stranger. */
    public DatagramPeer stranger() throws IOException {
        return new UdpSocketFactory(context).open(loopback(), StepRecorder.of(context, "stranger"));
    }

    /**
     * Opens a UDP socket with the port of another one, at another address of this machine. Empty, and the story says so,
     * where there is no such address (127.0.0.2, which Linux and Windows have).
     */
    public Optional<DatagramPeer> namesake(DatagramPeer other) throws IOException {
        return new UdpSocketFactory(context).namesake(other.address().getPort());
    }

    /**
     * The address of a UDP port that is taken and on which nobody receives: what is sent there is answered with
     * “port unreachable”, and nobody else can get the port meanwhile.
     */
    public InetSocketAddress unreachable() throws IOException {
        return new UdpSocketFactory(context).unreachable();
    }

    /**
     * Whether this system lets a connected socket know, and soon, that a port is unreachable; no system has to.
     * The story says so where it does not.
     */
    public boolean tellsUnreachable() throws IOException {
        return new UdpSocketFactory(context).tellsUnreachable();
    }

    /**
     * Somebody who loses, repeats, delays and damages datagrams between two sides, by a schedule.
     *
     * @param name what the story calls a datagram, {@code DATA 3}
     */
    public Adversary adversary(Function<byte[], String> name) {
        return new Adversary(context, name);
    }

    /** The name of the loopback interface: {@code lo} on Linux, {@code lo0} on macOS. */
    public String loopbackInterface() throws IOException {
        return Loopback.networkInterface().getName();
    }

    /**
     * A multicast group for this test, of the local scope that anyone may use (RFC 2365 section 6.1), and a port that
     * nobody has. The test is skipped, and says why, where a group does not work over the loopback interface.
     */
    public InetSocketAddress group() throws IOException {
        UdpSocketFactory sockets = new UdpSocketFactory(context);
        return sockets.forMany(sockets.group(), "multicast");
    }

    /**
     * The broadcast address of the loopback network, and a port that nobody has. The test is skipped, and says why, where there is no
     * broadcast over the loopback interface.
     */
    public InetSocketAddress broadcast() throws IOException {
        return new UdpSocketFactory(context).forMany(Loopback.BROADCAST, "broadcast");
    }

    /**
     * Opens a UDP socket that receives what is sent to a group or a broadcast address, and shares the port with whoever does so too.
     * It sends by the loopback interface.
     *
     * @param address what {@link #group} or {@link #broadcast} has given
     */
    public DatagramPeer share(InetSocketAddress address) throws IOException {
        return new UdpSocketFactory(context).share(address);
    }

    /**
     * Expects that so many sockets of this machine are members of a group on the loopback interface, or come to be, those of the test
     * among them. Where the kernel does not tell (not Linux) nothing is checked, and the story says so.
     */
    public void expectMembers(InetSocketAddress group, int count) throws IOException {
        new UdpSocketFactory(context).expectMembers(group.getAddress(), count);
    }

    /** Expects that a UDP port can be bound, if need be a moment later: its socket is closed. */
    public void expectFree(InetSocketAddress address) throws IOException {
        connecting.checkTarget(address);
        new UdpSocketFactory(context).expectFree(address);
    }

    /**
     * Waits until the subject has come to rest: a server is blocked in accept again, a closed connection is put away.
     * Where that cannot be seen, and for a program that never rests because it waits with time limits, this waits no
     * longer than a moment; a test must not depend on it to be right, only to be strict.
     */
    public TestNetwork awaitRest() {
        context.awaitRest();
        return this;
    }

    /**
     * Expects that the subject sleeps, or comes to it: none of its threads uses the processor. Where that cannot be
     * seen nothing is checked, and the story says so.
     */
    public void expectIdle() {
        IdleCheck.expect(context);
    }

    /**
     * Expects that the subject sleeps undisturbed, or comes to it: none of its threads wakes again and again to look for
     * something. Takes a tenth of a second. Where that cannot be seen nothing is checked, and the story says so.
     */
    public void expectUndisturbed() {
        NoWakeupCheck.expect(context);
    }

    /**
     * Expects that no more than so many threads are in the student's code, or that it comes to that. The program tells which it
     * has; where the kernel can be asked, its count must not be more than twelve above that, for a program may lie.
     */
    public void expectThreadsAtMost(int most) {
        new ThreadCheck(context).expectAtMost(most);
    }

    /**
     * Expects that none of the subject's sockets stays in a state. Where the kernel does not show its sockets
     * (not Linux) nothing is checked, and the story says so.
     */
    public void expectNoneIn(TcpState state) {
        new SocketCheck(context, state).expectNone();
    }

    /**
     * Expects that one of the subject's sockets is in a state, or comes into it. Where the kernel does not show its
     * sockets (not Linux) nothing is checked, and the story says so.
     */
    public void expectOneIn(TcpState state) {
        new SocketCheck(context, state).expectOne();
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
     * Expects that at most so many threads of the subject's program are in the student's code at this moment: looks once
     * and does not wait. For what must have ended when a call has returned; allow for one or two that have done their
     * work and are about to go. Threads that are idle in a pool do not count, nor do calls that have returned.
     */
    public void expectAtWork(int most) {
        new ThreadCheck(context).expectAtWork(most);
    }

    /**
     * Expects that the arrays of this test are as they were: those that calls of the subject were given, and those that
     * calls have returned. Looks once. Of many arrays only the last dozens are looked at, and not those in lists.
     */
    public void expectArraysUntouched() {
        ArrayCheck.expectUntouched(context);
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
        new Eventually(context).until(answer, question);
    }

    /** Counts the attempts to connect so far, to see later whether there were more. */
    public ConnectCheck connects() {
        return new ConnectCheck(context);
    }

    /** Counts the subject's descriptors, to see later whether they have become more. */
    public OpenFileCheck descriptors() {
        return new OpenFileCheck(context);
    }
}
