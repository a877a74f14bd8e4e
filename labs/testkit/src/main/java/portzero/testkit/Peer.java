package portzero.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.trace.Move;
import portzero.testkit.trace.Shown;

/**
 * The test's end of one connection, TCP or Unix-domain. Each operation is a step of the story and has a deadline.
 *
 * <p>Not thread-safe. The kit closes it after the test; a test may do so earlier.
 */
public final class Peer implements AutoCloseable {

    /** More than this is never received, however much the subject sends. */
    private static final int MOST = 64 << 20;

    private static final int CHUNK = 64 << 10;

    private final Stage stage;
    private final Stream stream;
    private final Voice voice;
    private final Inbound inbound;

    Peer(Stage stage, SocketChannel channel, String subject) throws IOException {
        this.stage = stage;
        stream = new Stream(channel, stage);
        voice = new Voice(stage, subject);
        inbound = new Inbound(stage, stream, voice);
        stage.owns(channel.getLocalAddress());
        stage.knows(channel.getRemoteAddress());
        if (channel.getLocalAddress() instanceof InetSocketAddress) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
    }

    Voice voice() {
        return voice;
    }

    /** This end's address. */
    public SocketAddress localAddress() throws IOException {
        return stream.channel().getLocalAddress();
    }

    /** The subject's end's address. */
    public SocketAddress remoteAddress() throws IOException {
        return stream.channel().getRemoteAddress();
    }

    /** Sends bytes; returns when the kernel has taken them all. */
    public Peer send(byte[] bytes) throws IOException {
        voice.says(Move.Kind.DATA, "sends " + Shown.bytes(bytes) + stage.seedOf(bytes), Shown.bytes(bytes));
        write("to read " + Shown.size(bytes.length), ByteBuffer.wrap(bytes));
        return this;
    }

    private void write(String what, ByteBuffer bytes) throws IOException {
        int all = bytes.remaining();
        try {
            stream.write(
                    bytes,
                    stage::operation,
                    () -> voice.expected(what, "it took only " + Shown.size(all - bytes.remaining())));
        } catch (IOException broken) {
            inbound.aborted();
            throw inbound.unmet(what, "the connection broke: " + broken.getMessage());
        }
    }

    /** Sends text as UTF-8. */
    public Peer send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sends bytes one at a time, each only when the subject has read the one before. Where the kernel does not
     * show its queues (not Linux), each byte is a segment of its own but may wait for the next.
     */
    public Peer drip(byte[] bytes) throws IOException {
        voice.says(Move.Kind.DATA, "sends " + Shown.bytes(bytes) + ", one at a time", Shown.bytes(bytes) + " dripping");
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
    public <T extends @Nullable Object> Drip<T> dripDuring(byte[] bytes, Duration pace, Callable<T> call)
            throws IOException {
        voice.says(
                Move.Kind.DATA,
                "sends " + Shown.bytes(bytes) + ", one every " + pace.toMillis() + " ms",
                Shown.bytes(bytes) + " dripping");
        return Dripping.run(this, bytes, pace, stage.call(), () -> new Running<>(stage, call));
    }

    /**
     * Sends the same bytes again and again, as fast as the subject takes them, until the test ends or the connection
     * breaks. Nothing else can be sent then, and the connection is aborted in the end.
     */
    public Peer keepSending(byte[] bytes) throws IOException {
        voice.says(
                Move.Kind.DATA,
                "goes on sending without end, again and again the same " + Shown.size(bytes.length),
                "bytes without end");
        stage.closing(new Torrent(stream.channel(), bytes));
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
        InFlight inFlight = inFlight();
        new Wait(stage.operation(), stage, () -> voice.expected("to read what was sent", "it did not"))
                .until(50_000, () -> inFlight.isRead(sent) || stage.trouble() != null);
        return this;
    }

    private InFlight inFlight() throws IOException {
        return new InFlight(localAddress(), remoteAddress());
    }

    /**
     * Expects that at least so many bytes lie unread at the subject's end. Looks once and does not wait. Where the
     * kernel does not show its queues (not Linux) nothing is checked, and the story says so.
     */
    public Peer expectUnread(int atLeast) throws IOException {
        if (!TcpTable.isVisible()) {
            voice.says(Move.Kind.NOTE, "cannot see on this system what is unread; not checked", "unread?");
            return this;
        }
        long unread = inFlight().unread();
        voice.says(Move.Kind.NOTE, "finds " + Shown.size(unread) + " unread at the other end", Shown.size(unread));
        if (unread < atLeast) {
            throw inbound.unmet(
                    "to leave at least " + Shown.size(atLeast) + " unread", "it left " + Shown.size(unread));
        }
        return this;
    }

    /** Receives exactly {@code length} bytes. */
    public byte[] receive(int length) throws IOException {
        Incoming incoming = new Incoming(length);
        while (!incoming.isFull()) {
            if (!inbound.read(incoming, () -> voice.expected("to send " + Shown.size(length), incoming.came()))) {
                throw inbound.unmet(
                        "to send " + Shown.size(length), "its stream ended after " + Shown.size(incoming.size()));
            }
        }
        incoming.tell(voice);
        return incoming.bytes();
    }

    /**
     * Receives UTF-8 text up to the next line feed, which must come within 8 KiB and is taken but not returned. Takes
     * nothing that comes after it.
     */
    public String receiveLine() throws IOException {
        return new LineReading(inbound).receive();
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
        new Exchange(stage, stream, inbound, sent, expected).run();
        return this;
    }

    /** Receives until the subject ends its stream, 64 MiB at most. */
    public byte[] receiveUntilEnd() throws IOException {
        Incoming incoming = new Incoming(MOST);
        while (inbound.read(incoming, () -> voice.expected("to end its stream", "it did not"))) {
            if (incoming.isFull()) {
                incoming.tell(voice);
                throw inbound.unmet("to end its stream", "it sent " + Shown.size(MOST) + " and more");
            }
        }
        incoming.tell(voice);
        inbound.ended();
        return incoming.bytes();
    }

    /** Expects that the subject ends its stream now, in order, with nothing before the end. */
    public Peer expectEnd() throws IOException {
        Incoming incoming = new Incoming(CHUNK);
        if (inbound.read(incoming, () -> voice.expected("to end its stream", "it kept the connection open"))) {
            incoming.tell(voice);
            throw inbound.unmet("to end its stream", "it sent " + Shown.bytes(incoming.bytes()));
        }
        inbound.ended();
        return this;
    }

    /** Expects that the subject has neither sent anything nor ended its stream. Looks once and does not wait. */
    public Peer expectOpen() throws IOException {
        Incoming incoming = new Incoming(CHUNK);
        int n = inbound.readNow(incoming);
        incoming.tell(voice);
        if (n < 0) {
            inbound.ended();
            throw inbound.unmet("to keep the connection open", "it ended its stream");
        }
        if (n > 0) {
            throw inbound.unmet("to keep the connection open and idle", "it sent " + Shown.bytes(incoming.bytes()));
        }
        voice.says(Move.Kind.NOTE, "finds the connection open", "open");
        return this;
    }

    /** Expects that the subject aborts the connection. Bytes before the abort are skipped. */
    public Peer expectReset() throws IOException {
        Incoming incoming = new Incoming(MOST);
        boolean ended = inbound.skipToEnd(incoming);
        incoming.tell(voice);
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
        voice.says(Move.Kind.DATA, "sends single bytes until the connection breaks", "bytes, one at a time");
        new Wait(
                        stage.operation(),
                        stage,
                        () -> voice.expected("to have closed its socket", "it still takes what the test sends"))
                .until(200_000, () -> !drop((byte) 0));
        inbound.aborted();
        return this;
    }

    /** Ends this side's stream (FIN) and goes on reading. */
    public Peer endOutput() throws IOException {
        voice.says(Move.Kind.END, "ends its stream", "end of stream");
        stream.channel().shutdownOutput();
        return this;
    }

    /** Aborts the connection (RST). */
    public void reset() throws IOException {
        voice.says(Move.Kind.RESET, "resets the connection", "reset");
        stream.channel().setOption(StandardSocketOptions.SO_LINGER, 0);
        stream.close();
    }

    /** Says in the story that this connection stays open and idle. */
    public Peer hold() {
        voice.says(Move.Kind.NOTE, "holds the connection open and sends nothing", "holds");
        return this;
    }

    /** Closes the connection. Does nothing the second time. */
    @Override
    public void close() throws IOException {
        if (stream.channel().isOpen()) {
            voice.says(Move.Kind.END, "closes the connection", "close");
            stream.close();
        }
    }
}
