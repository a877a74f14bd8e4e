package portzero.testkit.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import portzero.testkit.await.Await;
import portzero.testkit.await.Deadline;
import portzero.testkit.await.PendingCall;
import portzero.testkit.internal.StepRecorder;
import portzero.testkit.internal.TestContext;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.TraceEvent;
import portzero.testkit.wire.TracedChannel;

/**
 * The test's end of one connection, TCP or Unix-domain. Each operation is a step of the story and has a deadline.
 *
 * <p>Not thread-safe. The kit closes it after the test; a test may do so earlier.
 */
public final class Peer implements AutoCloseable {

    /** More than this is never received, however much the subject sends. */
    private static final int MOST = 64 << 20;

    private static final int CHUNK = 64 << 10;
    private static final long NOTHING_TAKEN = 20_000_000; // nanoseconds

    private final TestContext context;
    private final TimedStream stream;
    private final StepRecorder recorder;
    private final InboundStream inbound;

    Peer(TestContext context, TracedChannel traced, String subject) throws IOException {
        this.context = context;
        SocketChannel channel = traced.channel();
        stream = new TimedStream(traced, context);
        recorder = new StepRecorder(context, subject);
        inbound = new InboundStream(context, stream, recorder);
        context.owns(channel.getLocalAddress());
        context.knows(channel.getRemoteAddress());
        if (channel.getLocalAddress() instanceof InetSocketAddress) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
    }

    StepRecorder voice() {
        return recorder;
    }

    /** This end's address. */
    public SocketAddress localAddress() throws IOException {
        return stream.channel().channel().getLocalAddress();
    }

    /** The subject's end's address. */
    public SocketAddress remoteAddress() throws IOException {
        return stream.channel().channel().getRemoteAddress();
    }

    /** Sends bytes; returns when the kernel has taken them all. */
    public Peer send(byte[] bytes) throws IOException {
        recorder.says(
                TraceEvent.Kind.DATA,
                "sends " + DisplayText.bytes(bytes) + context.seedOf(bytes),
                DisplayText.bytes(bytes));
        write("to read " + DisplayText.size(bytes.length), ByteBuffer.wrap(bytes));
        return this;
    }

    private void write(String what, ByteBuffer bytes) throws IOException {
        int all = bytes.remaining();
        try {
            stream.write(
                    bytes,
                    context::operation,
                    () -> recorder.expected(what, "it took only " + DisplayText.size(all - bytes.remaining())));
        } catch (IOException broken) {
            inbound.aborted();
            throw inbound.unmet(what, BrokenConnection.text(broken));
        }
    }

    /** Sends text as UTF-8. */
    public Peer send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sends bytes and reads none, until all are sent or nobody takes any more: for a subject that answers as it reads, and
     * then cannot get rid of its answer. Where it cannot be seen when the subject rests, fewer are sent perhaps.
     *
     * @return how many were sent
     */
    public int sendUntilStuck(byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        int before;
        do {
            writeWhileTaken(left); // as room comes in many steps, only where none has come is the subject waited for
            context.awaitRest();
            before = left.position();
            write(left);
        } while (left.hasRemaining() && left.position() > before);
        String sent = DisplayText.size(left.position());
        recorder.says(TraceEvent.Kind.DATA, "sends " + sent + context.seedOf(bytes) + " and reads nothing", sent);
        return left.position();
    }

    private void writeWhileTaken(ByteBuffer left) {
        long taken = System.nanoTime();
        while (left.hasRemaining() && System.nanoTime() - taken < NOTHING_TAKEN) {
            int before = left.position();
            write(left);
            if (left.position() > before) {
                taken = System.nanoTime();
            } else {
                LockSupport.parkNanos(NOTHING_TAKEN / 20); // the room may come in pieces too small to be told of
            }
        }
    }

    private void write(ByteBuffer left) {
        try {
            stream.writeNow(left);
        } catch (IOException broken) {
            inbound.aborted();
            throw inbound.unmet("to read what was sent", "the connection broke: " + broken.getMessage());
        }
    }

    /**
     * Sends bytes one at a time, each only when the subject has read the one before. Where the kernel does not
     * show its queues (not Linux), each byte is a segment of its own but may wait for the next.
     */
    public Peer drip(byte[] bytes) throws IOException {
        recorder.says(
                TraceEvent.Kind.DATA,
                "sends " + DisplayText.bytes(bytes) + ", one at a time",
                DisplayText.bytes(bytes) + " dripping");
        for (int i = 0; i < bytes.length; i++) {
            write("to read byte " + i, ByteBuffer.wrap(bytes, i, 1));
            awaitTaken();
        }
        return this;
    }

    /**
     * Sends bytes one at a time while a call of the subject is under way, each when the subject has read the one before
     * and no sooner than {@code pace} after it. Ends when the call has ended, with bytes left or not, and at
     * the latest when a call should have.
     *
     * @return the call, and how evenly the bytes went out
     */
    public <T extends @Nullable Object> SlowSend<T> dripDuring(byte[] bytes, Duration pace, Callable<T> call)
            throws IOException {
        recorder.says(
                TraceEvent.Kind.DATA,
                "sends " + DisplayText.bytes(bytes) + ", one every " + pace.toMillis() + " ms",
                DisplayText.bytes(bytes) + " dripping");
        return SlowSender.run(this, bytes, pace, context.call(), () -> new PendingCall<>(context, call));
    }

    /**
     * Receives at most {@code size} bytes now and then while a call of the subject is under way, {@code pace} apart, and
     * drops them. Ends when the call or the stream has ended, and at the latest when a call should have.
     *
     * @return the call
     */
    public <T extends @Nullable Object> PendingCall<T> sipDuring(int size, Duration pace, Callable<T> call)
            throws IOException {
        recorder.says(
                TraceEvent.Kind.NOTE,
                "takes " + DisplayText.size(size) + " at most every " + pace.toMillis() + " ms",
                "sips");
        Deadline deadline = context.call();
        PendingCall<T> running = new PendingCall<>(context, call);
        ByteBuffer sip = ByteBuffer.allocate(size);
        while (running.isUnderWay() && !deadline.isPassed() && stream.channel().read(sip.clear()) >= 0) {
            LockSupport.parkNanos(pace.toNanos());
        }
        return running;
    }

    /**
     * Sends the same bytes again and again, as fast as the subject takes them, until the test ends or the connection
     * breaks, and throws away what comes back. Nothing else can be sent or expected then, and the connection is aborted in
     * the end. A few kilobytes at a time let the subject run dry least.
     */
    public Peer keepSending(byte[] bytes) throws IOException {
        recorder.says(
                TraceEvent.Kind.DATA,
                "goes on sending without end, again and again the same " + DisplayText.size(bytes.length),
                "bytes without end");
        context.closing(new StreamFlood(stream.channel(), bytes));
        return this;
    }

    /** Sends one byte, and that is no step of the story; false when the connection has broken. */
    boolean drop(byte value) {
        try {
            stream.channel().write(ByteBuffer.wrap(new byte[] {value}));
            return true;
        } catch (IOException broken) {
            return false;
        }
    }

    /** Whether the subject has read all that has reached it, or that cannot be seen. */
    boolean isTaken() throws IOException {
        return inFlight().isRead();
    }

    /** Waits until the subject has read everything sent so far; returns at once where that cannot be seen. */
    public Peer awaitTaken() throws IOException {
        long sent = System.nanoTime();
        UnreadBytes inFlight = inFlight();
        new Await(context.operation(), context, () -> recorder.expected("to read what was sent", "it did not"))
                .until(50_000, () -> inFlight.isRead(sent) || context.trouble() != null);
        return this;
    }

    private UnreadBytes inFlight() throws IOException {
        return new UnreadBytes(localAddress(), remoteAddress());
    }

    /**
     * Expects that at least so many bytes lie unread at the subject's end. Looks once and does not wait. Where the
     * kernel does not show its queues (not Linux) nothing is checked, and the story says so.
     */
    public Peer expectUnread(int atLeast) throws IOException {
        if (!TcpTable.isVisible()) {
            recorder.says(
                    TraceEvent.Kind.NOTE,
                    context.remarkUnchecked("cannot see on this system what is unread", "bytes that wait"),
                    "unread?");
            return this;
        }
        long unread = inFlight().unread();
        recorder.says(
                TraceEvent.Kind.NOTE,
                "finds " + DisplayText.size(unread) + " unread at the other end",
                DisplayText.size(unread));
        if (unread < atLeast) {
            throw inbound.unmet(
                    "to leave at least " + DisplayText.size(atLeast) + " unread",
                    "it left " + DisplayText.size(unread));
        }
        return this;
    }

    /** Receives exactly {@code length} bytes. */
    public byte[] receive(int length) throws IOException {
        ReceiveBuffer incoming = new ReceiveBuffer(length);
        while (!incoming.isFull()) {
            if (!inbound.read(
                    incoming, () -> recorder.expected("to send " + DisplayText.size(length), incoming.came()))) {
                throw inbound.unmet(
                        "to send " + DisplayText.size(length),
                        "its stream ended after " + DisplayText.size(incoming.size()));
            }
        }
        incoming.tell(recorder);
        return context.from(recorder.toSend(), incoming.bytes());
    }

    /**
     * Receives UTF-8 text up to the next line feed, which must come within 8 KiB and is taken but not returned. Takes
     * nothing that comes after it.
     */
    public String receiveLine() throws IOException {
        return new LineReader(inbound).receive();
    }

    /** Receives as many bytes as are expected, and fails at the first one that differs. */
    public Peer expect(byte[] expected) throws IOException {
        exchange(new byte[0], expected);
        return this;
    }

    /** Receives UTF-8 text, as {@link #expect(byte[])}. */
    public Peer expect(String text) throws IOException {
        return expect(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes and at the same time receives those expected, and fails at the first one that differs. */
    public Peer exchange(byte[] sent, byte[] expected) throws IOException {
        new Exchange(context, stream, inbound, sent, expected).run();
        return this;
    }

    /** Receives until the subject ends its stream, 64 MiB at most. */
    public byte[] receiveUntilEnd() throws IOException {
        ReceiveBuffer incoming = new ReceiveBuffer(MOST);
        while (inbound.read(incoming, () -> recorder.expected("to end its stream", "it did not"))) {
            if (incoming.isFull()) {
                incoming.tell(recorder);
                throw inbound.unmet("to end its stream", "it sent " + DisplayText.size(MOST) + " and more");
            }
        }
        incoming.tell(recorder);
        inbound.ended();
        return context.from(recorder.toSend(), incoming.bytes());
    }

    /** Expects that the subject ends its stream now, in order, with nothing before the end. */
    public Peer expectEnd() throws IOException {
        ReceiveBuffer incoming = new ReceiveBuffer(CHUNK);
        if (inbound.read(incoming, () -> recorder.expected("to end its stream", "it kept the connection open"))) {
            incoming.tell(recorder);
            throw inbound.unmet("to end its stream", "it sent " + DisplayText.bytes(incoming.bytes()));
        }
        inbound.ended();
        return this;
    }

    /** Expects that the subject has neither sent anything nor ended its stream. Looks once and does not wait. */
    public Peer expectOpen() throws IOException {
        ReceiveBuffer incoming = new ReceiveBuffer(CHUNK);
        int n = inbound.readNow(incoming);
        incoming.tell(recorder);
        if (n < 0) {
            inbound.ended();
            throw inbound.unmet("to keep the connection open", "it ended its stream");
        }
        if (n > 0) {
            throw inbound.unmet(
                    "to keep the connection open and idle", "it sent " + DisplayText.bytes(incoming.bytes()));
        }
        recorder.says(TraceEvent.Kind.NOTE, "finds the connection open", "open");
        return this;
    }

    /** Expects that the subject aborts the connection. Bytes before the abort are skipped. */
    public Peer expectReset() throws IOException {
        ReceiveBuffer incoming = new ReceiveBuffer(MOST);
        boolean ended = inbound.skipToEnd(incoming);
        incoming.tell(recorder);
        if (ended) {
            inbound.ended();
            throw inbound.unmet("to reset the connection", "it ended its stream in order");
        }
        inbound.aborted();
        return this;
    }

    /**
     * Expects that the subject has closed its socket, not only ended its output: then the first byte that it is sent
     * is answered with a reset, and a later one cannot be sent. Sends single zero bytes until then.
     */
    public Peer expectGone() throws IOException {
        recorder.says(TraceEvent.Kind.DATA, "sends single bytes until the connection breaks", "bytes, one at a time");
        new Await(
                        context.operation(),
                        context,
                        () -> recorder.expected("to have closed its socket", "it still takes what the test sends"))
                .until(200_000, () -> !drop((byte) 0));
        inbound.aborted();
        return this;
    }

    /** Ends this side's stream (FIN) and goes on reading. */
    public Peer endOutput() throws IOException {
        recorder.says(TraceEvent.Kind.END, "ends its stream", "end of stream");
        stream.channel().shutdownOutput();
        return this;
    }

    /** Aborts the connection (RST). */
    public void reset() throws IOException {
        recorder.says(TraceEvent.Kind.RESET, "resets the connection", "reset");
        stream.channel().abortOnClose();
        stream.close();
    }

    /** Says in the story that this connection stays open and idle. */
    public Peer hold() {
        recorder.says(TraceEvent.Kind.NOTE, "holds the connection open and sends nothing", "holds");
        return this;
    }

    /** Closes the connection. Does nothing the second time. */
    @Override
    public void close() throws IOException {
        if (stream.channel().channel().isOpen()) {
            recorder.says(TraceEvent.Kind.END, "closes the connection", "close");
            stream.close();
        }
    }
}
