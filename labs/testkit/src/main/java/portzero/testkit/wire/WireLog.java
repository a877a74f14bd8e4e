package portzero.testkit.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import portzero.testkit.trace.PlacedStep;

/**
 * What the sockets of one test did, in the order of time; nothing where nobody wants to know. Thread-safe.
 *
 * <p>Bounded, whatever the student's program sends: of a stream the beginning is kept, of what follows the lengths, and
 * after very many packets no more than their number.
 */
public final class WireLog {

    private static final int MAX_EVENTS = 40_000;
    private static final int MAX_EVENTS_OF_FLOW = 8_000;
    private static final int MAX_KEPT = 8 << 20; // bytes
    private static final int MAX_KEPT_OF_DIRECTION = 2 << 20; // bytes

    /** The highest port; one that the kernel chooses is hardly ever among the last. */
    private static final int LAST_PORT = 65_535;

    private final String test;
    private final @Nullable WireRecording recording;
    private final List<WireEvent> events = new ArrayList<>();
    private final Map<List<InetSocketAddress>, Flow> datagrams = new HashMap<>();
    private List<PlacedStep> steps = List.of();
    private @Nullable WireFailure failure;
    private int kept;
    private int refusals;
    private boolean over;

    /** @param recording where it belongs; null if nothing is to be recorded */
    WireLog(String test, @Nullable WireRecording recording) {
        this.test = test;
        this.recording = recording;
    }

    /** Class and method of the test, with a dot between them. */
    public String test() {
        return test;
    }

    /** A connection that the test has made. */
    public TracedChannel connected(SocketChannel channel) throws IOException {
        return opened(channel, true);
    }

    /** A connection that the test has accepted. */
    public TracedChannel accepted(SocketChannel channel) throws IOException {
        return opened(channel, false);
    }

    private TracedChannel opened(SocketChannel channel, boolean byTest) throws IOException {
        if (recording == null
                || !(channel.getLocalAddress() instanceof InetSocketAddress here)
                || !(channel.getRemoteAddress() instanceof InetSocketAddress there)) {
            return new TracedChannel(channel, this, null); // a Unix-domain socket has no packets
        }
        Flow flow = new Flow(Transport.TCP, here, there, byTest);
        add(flow, WireEvent.Kind.CONNECTED, byTest, Segment.EMPTY);
        return new TracedChannel(channel, this, flow);
    }

    /** Nobody listened where the test wanted to connect. The kernel does not tell from which port it tried. */
    public synchronized void refused(SocketAddress target) {
        if (recording != null && target instanceof InetSocketAddress there) {
            InetSocketAddress here = new InetSocketAddress(there.getAddress(), LAST_PORT - refusals++ % 1_000);
            add(new Flow(Transport.TCP, here, there, true), WireEvent.Kind.REFUSED, true, Segment.EMPTY);
        }
    }

    /** A datagram that the test has sent. */
    public void sent(SocketAddress here, SocketAddress there, ByteBuffer payload) {
        if (recording != null) {
            datagram(here, there, payload, true);
        }
    }

    /** A datagram that has come to the test. */
    public void received(SocketAddress here, SocketAddress there, ByteBuffer payload) {
        if (recording != null) {
            datagram(here, there, payload, false);
        }
    }

    private synchronized void datagram(SocketAddress here, SocketAddress there, ByteBuffer payload, boolean byTest) {
        if (!over && here instanceof InetSocketAddress test && there instanceof InetSocketAddress subject) {
            Flow flow = datagrams.computeIfAbsent(
                    List.of(test, subject), ends -> new Flow(Transport.UDP, test, subject, byTest));
            add(flow, WireEvent.Kind.DATAGRAM, byTest, kept(flow, byTest, payload));
        }
    }

    /** Bytes that have gone one way. */
    synchronized void data(Flow flow, boolean byTest, ByteBuffer bytes) {
        if (over) {
            return;
        }
        for (int at = bytes.position(); at < bytes.limit(); at += flow.maxSegment()) {
            ByteBuffer piece = bytes.slice(at, Math.min(flow.maxSegment(), bytes.limit() - at));
            add(flow, WireEvent.Kind.DATA, byTest, kept(flow, byTest, piece));
        }
    }

    private Segment kept(Flow flow, boolean byTest, ByteBuffer bytes) {
        if (flow.isCutOff()) {
            return Segment.EMPTY;
        }
        long room = Math.min(MAX_KEPT - kept, MAX_KEPT_OF_DIRECTION - flow.kept(byTest));
        int keeps = recording == null ? 0 : recording.granted((int) Math.min(room, bytes.remaining()));
        kept += keeps;
        flow.keep(byTest, keeps);
        return Segment.of(bytes, keeps);
    }

    /** One side has ended its stream. */
    synchronized void end(Flow flow, boolean byTest) {
        if (flow.end(byTest)) {
            add(flow, WireEvent.Kind.END, byTest, Segment.EMPTY);
        }
    }

    /** One side has aborted the connection. */
    synchronized void reset(Flow flow, boolean byTest) {
        if (flow.abort()) {
            add(flow, WireEvent.Kind.RESET, byTest, Segment.EMPTY);
        }
    }

    private synchronized void add(Flow flow, WireEvent.Kind kind, boolean byTest, Segment payload) {
        if (over) {
            return;
        }
        if (flow.isCutOff() || events.size() >= MAX_EVENTS || flow.countEvent() > MAX_EVENTS_OF_FLOW) {
            flow.skip(); // from here on, or what comes later would seem to follow what was left out
            return;
        }
        events.add(new WireEvent(System.nanoTime(), Thread.currentThread().getId(), flow, kind, byTest, payload));
    }

    /** How many events there have been. */
    public synchronized int position() {
        return events.size();
    }

    /** The test has failed. */
    public synchronized void failed(WireFailure found) {
        failure = found;
    }

    /**
     * The test is over, and its sockets are closed. Nothing is recorded any more.
     *
     * @param story gives the first steps, as many as it is asked for
     * @param size how many steps there are
     */
    public synchronized void finish(IntFunction<List<PlacedStep>> story, int size) {
        if (recording != null && !over) {
            over = true;
            steps = story.apply(failure == null ? size : failure.steps());
            recording.add(this);
        }
    }

    /** What happened, in the order of time. */
    public synchronized List<WireEvent> events() {
        return List.copyOf(events);
    }

    /** The story, once it is over. */
    public synchronized List<PlacedStep> steps() {
        return steps;
    }

    /** How the test failed; null if it did not. */
    public synchronized @Nullable WireFailure failure() {
        return failure;
    }
}
