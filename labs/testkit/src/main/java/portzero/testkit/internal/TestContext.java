package portzero.testkit.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import portzero.testkit.await.Deadline;
import portzero.testkit.await.Deadlines;
import portzero.testkit.await.MachineDelay;
import portzero.testkit.await.PendingCall;
import portzero.testkit.await.QuiescenceProbe;
import portzero.testkit.await.WaitMonitor;
import portzero.testkit.host.ArrayChange;
import portzero.testkit.kernel.Backlog;
import portzero.testkit.kernel.TcpSocket;
import portzero.testkit.kernel.TcpState;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.kernel.UdpSocket;
import portzero.testkit.kernel.UdpTable;
import portzero.testkit.process.ActivitySample;
import portzero.testkit.subject.Observation;
import portzero.testkit.subject.ProgramThread;
import portzero.testkit.subject.StudentThread;
import portzero.testkit.subject.SubjectSession;
import portzero.testkit.trace.DeadlineExceededError;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.Step;
import portzero.testkit.trace.Trace;
import portzero.testkit.trace.TraceEvent;
import portzero.testkit.wire.WireLog;
import portzero.testkit.wire.WireRecording;

/** What the actors of one test share: the story, the deadline, the sockets that they know of. */
public final class TestContext implements WaitMonitor {

    private static final int MOST_LINES = 8;
    private static final int MOST_ANSWERS = 16;
    private static final int LONGEST_ANSWER = 64 << 10;
    private static final long BETWEEN_LOOKS = 30_000_000; // nanoseconds
    private static final long LOOK_AGAIN = 2_000_000; // nanoseconds

    private final WireLog wire;
    private final Trace trace;
    private final Seed seed;
    private final SubjectSession session;
    private volatile Deadline deadline = Deadline.ofTest();
    private final Set<Integer> ports = ConcurrentHashMap.newKeySet();
    private final Set<InetSocketAddress> own = ConcurrentHashMap.newKeySet();
    private final Set<Integer> ownPorts = ConcurrentHashMap.newKeySet();
    private final List<PendingCall<?>> running = new CopyOnWriteArrayList<>();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Thread director = Thread.currentThread();
    private final List<byte[]> drawn = new CopyOnWriteArrayList<>();
    private final Set<String> roles = ConcurrentHashMap.newKeySet();
    private final Set<String> unchecked = new CopyOnWriteArraySet<>();
    private final Deque<byte[]> answers = new ArrayDeque<>();
    private int connections;
    private @Nullable Path root;
    private boolean rootIsKnown;
    private final Deque<Source> sources = new ArrayDeque<>();
    private @Nullable AssertionError failure;
    private @Nullable FailureSnapshot sceneOfFailure;

    public TestContext(Seed seed, SubjectSession session) {
        this.seed = seed;
        this.session = session;
        wire = WireRecording.log(seed.test());
        trace = new Trace(wire::position);
    }

    public Trace trace() {
        return trace;
    }

    /** What the test's sockets did, if somebody wants to know. */
    public WireLog wire() {
        return wire;
    }

    public Seed seed() {
        return seed;
    }

    /** Makes a remark a step of the story, one that the test makes about itself. */
    public Step note(String text, String label) {
        return trace.add(TraceEvent.Kind.NOTE, StepRecorder.TEST, StepRecorder.TEST, text, label);
    }

    /**
     * Makes it a step of the story, and a remark on the test if it passes, that this machine cannot show something.
     *
     * @param reason {@code this system does not show its sockets}
     * @param what {@code CLOSE_WAIT}
     */
    public void unchecked(String reason, String what) {
        String sentence = remarkUnchecked(reason, what);
        note(sentence, sentence);
    }

    /** The remark alone, for a step that says it already. */
    public String remarkUnchecked(String reason, String what) {
        String sentence = reason + "; not checked: " + what;
        unchecked.add(sentence);
        return sentence;
    }

    /** What this machine could not show, in sentences. */
    Set<String> unchecked() {
        return unchecked;
    }

    /** The deadline of one operation, which never outlasts the test's. */
    public Deadline operation() {
        return deadline.within(Deadlines.operation());
    }

    /** The deadline of one call, which never outlasts the test's. */
    public Deadline call() {
        return deadline.within(Deadlines.call());
    }

    /** For a wait in which no call of the test's own thread is under way. */
    @Override
    public QuiescenceProbe rest() {
        return rest(0);
    }

    /** For a wait for the answer to a call of the thread's own. */
    QuiescenceProbe restOfCall() {
        return rest(1);
    }

    /** Only while the test's own thread waits, and all calls in the background do, can nothing else go on. */
    private QuiescenceProbe rest(int own) {
        boolean ofDirector = Thread.currentThread() == director;
        return new QuiescenceProbe(() -> ofDirector && session.standsStill(own + backgroundCalls()), machineDelay());
    }

    /** For one wait. */
    public MachineDelay machineDelay() {
        return MachineDelay.of(session);
    }

    /** An exception's name and message, in the student's own words where its class is the student's. */
    public String brief(Throwable thrown) {
        return session.ownText(thrown).orElseGet(() -> SubjectHandler.brief(thrown));
    }

    /** Waits until the subject has come to rest, but no longer than a moment. */
    public void awaitRest() {
        Deadline moment = deadline.within(Deadlines.moment());
        while (session.tellsQuiet() && !session.isQuiet(backgroundCalls()) && !moment.isPassed()) {
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }

    /** Whether the subject's threads all wait without a time limit at this moment; false where that cannot be told. */
    public boolean isAtRest() {
        return session.isAtRest(backgroundCalls());
    }

    /** Whether {@link #isAtRest} can be told here at all. */
    public boolean tellsRest() {
        return session.tellsStandstill();
    }

    /** Waits until the kernel has handed over all packets that it has, but no longer than a moment. */
    public void awaitDelivery() {
        Deadline moment = deadline.within(Deadlines.moment());
        while (TcpTable.isVisible() && !Backlog.isEmpty() && !moment.isPassed()) {
            LockSupport.parkNanos(50_000); // the kernel has no event for “all is delivered”
        }
    }

    /**
     * Takes note that the test is about to look at something of the program.
     *
     * @throws TestAbortedException if that can never be seen of this one
     */
    public void requires(Observation what) {
        session.lacks(what).ifPresent(reason -> {
            throw new TestAbortedException(reason);
        });
    }

    /** Where this JVM sees the root of the files that the subject's program sees; empty where both see the same. */
    public synchronized Optional<Path> root() {
        if (!rootIsKnown) { // once, so that nothing of this machine's is taken for the program's when that has ended
            root = session.root().orElse(null);
            rootIsKnown = true;
        }
        return Optional.ofNullable(root);
    }

    /** Where this JVM finds what the subject's program finds at an absolute path. */
    public Path here(Path path) {
        return root().map(root -> root.resolve(path.toString().substring(1))).orElse(path);
    }

    /** Where the subject's program looks up relative paths, as it sees it itself. */
    public Path workingFolder() {
        return session.workingFolder();
    }

    /** How many descriptors the student's program has open; empty where that cannot be told. */
    public OptionalLong openFiles() {
        return session.openFiles();
    }

    /** How many threads the kernel counts in the subject's program beyond those that the JVM began with. */
    public OptionalInt furtherThreads() {
        return session.furtherThreads();
    }

    /** The caller's arrays that the subject has changed; empty if that cannot be said. */
    public Optional<List<ArrayChange>> changedArrays() {
        return session.changedArrays(call().remaining());
    }

    /** What the subject's threads are doing at this moment; empty where that cannot be seen. */
    public Optional<ActivitySample> activity() {
        return session.activity();
    }

    private int backgroundCalls() {
        return (int) running.stream().filter(PendingCall::isUnderWay).count();
    }

    /** The deadline of the test. */
    Deadline wholeTest() {
        return deadline;
    }

    /** Gives what is put away after the test some time of its own, however late the test was. */
    void beginCleanUp() {
        deadline = Deadline.in(Deadlines.cleanUp());
    }

    /**
     * Remembers that the story ends here if the test fails with this. What follows, closing the sockets above all,
     * is no part of it, and would change where the student's threads stand.
     */
    @Override
    public synchronized <E extends AssertionError> E failed(E unmet) {
        if (failure != unmet) {
            failure = unmet;
            sceneOfFailure = scene(unmet instanceof DeadlineExceededError && isBusy());
        }
        return unmet;
    }

    /** The scene when this was thrown, or the present one if it came from elsewhere. */
    public synchronized FailureSnapshot sceneOf(Throwable thrown) {
        return thrown == failure && sceneOfFailure != null ? sceneOfFailure : scene(false);
    }

    private FailureSnapshot scene(boolean busy) {
        int steps = trace.size();
        int position = wire.position();
        boolean ended = session.hasEnded(); // first: a question tells a program that it has failed, and that it may end
        List<StudentThread> standing = session.threads();
        return new FailureSnapshot(
                steps,
                ThreadPositions.lines(standing, busy).stream()
                        .map(DisplayText::line)
                        .toList(),
                standing,
                busy,
                Stream.concat(SocketListing.of(subjectSockets()).stream(), udpSockets())
                        .limit(MOST_LINES)
                        .toList(),
                ended,
                position);
    }

    /** Whether one thread of the program uses a processor without a pause: two looks tell. */
    private boolean isBusy() {
        Optional<ActivitySample> first = activity();
        LockSupport.parkNanos(BETWEEN_LOOKS); // nobody tells when a loop goes round
        return first.isPresent()
                && activity()
                        .filter(now -> now.busiestSince(first.get()).toNanos() >= BETWEEN_LOOKS / 2)
                        .isPresent();
    }

    private Stream<String> udpSockets() {
        return UdpTable.read(ports::contains).stream()
                .filter(socket -> !own.contains(socket.local()))
                .map(UdpSocket::text);
    }

    /** The threads of the subject's program that it did not have at the beginning; empty if that cannot be said. */
    public Optional<List<ProgramThread>> subjectThreads() {
        return session.allThreads();
    }

    /** Remembers bytes that were drawn from the seed. */
    public byte[] drawn(byte[] bytes) {
        drawn.add(bytes);
        return bytes;
    }

    /** A remark for the story if the bytes were drawn from the seed. */
    public String seedOf(byte[] bytes) {
        return drawn.stream().anyMatch(known -> known == bytes) ? ", seed " + seed.text() : "";
    }

    /** Remembers what the contract of an object calls it: {@code server}. */
    public void plays(String role) {
        roles.add(role);
    }

    /** What to call the subject where its datagrams do not tell which object sent them. */
    String role() {
        return roles.size() == 1 ? roles.iterator().next() : "subject";
    }

    /** Remembers bytes that have come as expected: they may come again instead of others. */
    public synchronized void answered(byte[] bytes) {
        if (bytes.length <= LONGEST_ANSWER) {
            answers.addFirst(bytes.clone());
            if (answers.size() > MOST_ANSWERS) {
                answers.removeLast();
            }
        }
    }

    /** What has come as expected so far, the last first; not all of it. */
    synchronized List<byte[]> answers() {
        return List.copyOf(answers);
    }

    /** Whence an array has come, and what was to be done: {@code the server to send}. */
    private static final class Source {
        private final byte[] bytes;
        private final String what;

        Source(byte[] bytes, String what) {
            this.bytes = bytes;
            this.what = what;
        }
    }

    /** Remembers whence bytes have come that the test may compare later. */
    public synchronized byte[] from(String what, byte[] bytes) {
        sources.addFirst(new Source(bytes, what));
        if (sources.size() > MOST_ANSWERS) {
            sources.removeLast();
        }
        return bytes;
    }

    /** What is expected of whoever gave this very array. */
    public synchronized String sourceOf(byte[] bytes) {
        return sources.stream()
                .filter(source -> source.bytes == bytes)
                .map(source -> source.what)
                .findFirst()
                .orElse("the same");
    }

    /** How many connections there have been. */
    int connections() {
        return connections;
    }

    @Override
    public String standing() {
        return session.threads().isEmpty() ? "no thread of yours is at work any more" : "every thread of it waits";
    }

    /** The number of a new connection, from 1. */
    int nextConnection() {
        return ++connections;
    }

    /** Remembers a socket of the test's own. */
    public void owns(@Nullable SocketAddress local) {
        if (local instanceof InetSocketAddress endpoint) {
            own.add(endpoint);
            ownPorts.add(endpoint.getPort());
        }
    }

    /** Remembers an endpoint of the subject's. */
    public void knows(@Nullable Object endpoint) {
        if (endpoint instanceof InetSocketAddress address && address.getPort() > 0) {
            ports.add(address.getPort());
        }
    }

    public void started(PendingCall<?> call) {
        running.add(call);
    }

    /** Has something closed at the end of the test, the last one first. */
    public <T extends AutoCloseable> T closing(T resource) {
        open.push(resource);
        return resource;
    }

    @Override
    public @Nullable AssertionError trouble() {
        return running.stream()
                .map(PendingCall::trouble)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The subject's sockets, as the kernel sees them now, without what earlier users of a port have left. */
    public List<TcpSocket> subjectSockets() {
        return TcpTable.read(port -> ports.contains(port) || ownPorts.contains(port)).stream()
                .filter(socket -> own.contains(socket.remote())
                        || ports.contains(socket.local().getPort()))
                .filter(socket -> !own.contains(socket.local()))
                .filter(socket -> socket.state() != TcpState.TIME_WAIT || isOfThisTest(socket))
                .toList();
    }

    /** A connection in TIME_WAIT outlives its test, and its port may be in use again for another connection. */
    private boolean isOfThisTest(TcpSocket socket) {
        return own.contains(socket.remote()) && ports.contains(socket.local().getPort());
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
            trace.add(TraceEvent.Kind.NOTE, "test", "test", "close failed: " + gone, "close failed");
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
