package portzero.testkit.wire;

import java.net.Inet6Address;
import java.net.InetSocketAddress;

/** One TCP connection, or the datagrams between two UDP sockets, of which one is the test's. */
public final class Flow {

    /** What fits into one packet on Linux's loopback interface, whose MTU is 65,536, and into the length field of IPv4. */
    private static final int MAX_SEGMENT_IPV4 = 65_495;

    private static final int MAX_SEGMENT_IPV6 = 65_475;

    private final Transport transport;
    private final InetSocketAddress test;
    private final InetSocketAddress subject;
    private final boolean openedByTest;
    private int events;
    private long unrecorded;
    private volatile long unread;
    private final Direction fromTest = new Direction();
    private final Direction fromSubject = new Direction();

    /** What has gone one way. */
    private static final class Direction {
        private boolean ended;
        private long kept;
    }

    Flow(Transport transport, InetSocketAddress test, InetSocketAddress subject, boolean openedByTest) {
        this.transport = transport;
        this.test = test;
        this.subject = subject;
        this.openedByTest = openedByTest;
    }

    public Transport transport() {
        return transport;
    }

    /** The test's end. */
    public InetSocketAddress test() {
        return test;
    }

    /** The end of the student's program. */
    public InetSocketAddress subject() {
        return subject;
    }

    /** Whether the test connected; otherwise it accepted. */
    public boolean isOpenedByTest() {
        return openedByTest;
    }

    /** Whether the packets are IPv6. */
    public boolean isIpv6() {
        return subject.getAddress() instanceof Inet6Address;
    }

    /** The most bytes that one packet of a stream carries. */
    public int maxSegment() {
        return isIpv6() ? MAX_SEGMENT_IPV6 : MAX_SEGMENT_IPV4;
    }

    /** How many packets with payload there were beyond those that were recorded. */
    public long unrecorded() {
        return unrecorded;
    }

    /** How many bytes had come that the test did not read before it closed its socket, as far as that could be seen. */
    public long unread() {
        return unread;
    }

    void leave(long bytes) {
        unread = bytes;
    }

    void skip() {
        unrecorded++;
    }

    boolean isCutOff() {
        return unrecorded > 0;
    }

    int countEvent() {
        return ++events;
    }

    /** Ends one direction; false if it had ended before. */
    boolean end(boolean byTest) {
        Direction direction = direction(byTest);
        boolean first = !direction.ended;
        direction.ended = true;
        return first;
    }

    /** Ends both directions; false if they had ended before. */
    boolean abort() {
        boolean test = end(true);
        return end(false) || test;
    }

    long kept(boolean byTest) {
        return direction(byTest).kept;
    }

    void keep(boolean byTest, int bytes) {
        direction(byTest).kept += bytes;
    }

    private Direction direction(boolean byTest) {
        return byTest ? fromTest : fromSubject;
    }
}
