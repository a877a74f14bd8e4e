package portzero.testkit.kernel;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;

/**
 * One row of a kernel's table of sockets as it stands in the file ({@code /proc/net/tcp}, {@code udp}; proc(5)): columns
 * divided by blanks, numbers in hexadecimal.
 *
 * <p>A table has a row for each connection of the last minute, and nearly all of them are of no interest: so a row is
 * looked at where it lies, and only what is asked for is read. Valid only while its table is being scanned.
 */
final class SocketRow {

    private static final int ZERO_WINDOW_PROBE = 4;
    private static final boolean LITTLE_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private final byte[] bytes;
    private int end;
    private int local;
    private int localPort;
    private int remote;
    private int remotePort;
    private int state;
    private int queues;

    /** Of a table that lies in this array. */
    SocketRow(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Of a single line. */
    static SocketRow of(byte[] line) {
        SocketRow row = new SocketRow(line);
        row.moveTo(0, line.length);
        return row;
    }

    /**
     * Turns to the row between two places.
     *
     * @throws IllegalArgumentException if there is no row of a table of sockets
     */
    void moveTo(int from, int to) {
        end = to;
        local = afterBlanks(after(from, ':')); // the number of the row
        localPort = after(local, ':');
        remote = afterBlanks(after(localPort, ' '));
        remotePort = after(remote, ':');
        state = afterBlanks(after(remotePort, ' '));
        queues = afterBlanks(after(state, ' '));
    }

    int localPort() {
        return (int) number(localPort);
    }

    int remotePort() {
        return (int) number(remotePort);
    }

    InetSocketAddress local() {
        return new InetSocketAddress(address(local, localPort - 1), localPort());
    }

    InetSocketAddress remote() {
        return new InetSocketAddress(address(remote, remotePort - 1), remotePort());
    }

    TcpState state() {
        return TcpState.ofKernel((int) number(state));
    }

    /** The first of the two queues: what was sent and is not confirmed. */
    long unsent() {
        return number(queues);
    }

    /** The second: what has come and was not read. */
    long unread() {
        return number(after(queues, ':'));
    }

    /**
     * Whether it waits for its peer to read: no more fits into the peer's buffer, and the kernel asks from time to time
     * whether that has changed. That is timer 4 in {@code tr}, the zero window probe (RFC 9293, section 3.8.6.1).
     */
    boolean waitsForTheReader() {
        return number(afterBlanks(after(after(queues, ':'), ' '))) == ZERO_WINDOW_PROBE;
    }

    /** The last column, in decimal: of a row of UDP, datagrams for which there was no room. */
    long dropped() {
        int last = end;
        while (last > queues && bytes[last - 1] <= ' ') {
            last--;
        }
        int first = last;
        while (first > queues && bytes[first - 1] > ' ') {
            first--;
        }
        long value = 0;
        for (int i = first; i < last; i++) {
            value = 10 * value + Character.digit(bytes[i], 10);
        }
        return value;
    }

    /** The hexadecimal number that begins there. */
    private long number(int at) {
        long value = 0;
        for (int i = at; i < end; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit < 0) {
                break;
            }
            value = 16 * value + digit;
        }
        return value;
    }

    /** The kernel prints each 32-bit word of the address in the machine's byte order, the words in order. */
    private InetAddress address(int from, int to) {
        byte[] address = new byte[(to - from) / 2];
        for (int i = 0; i < address.length; i++) {
            int at = from + 2 * (LITTLE_ENDIAN ? i ^ 3 : i);
            address[i] = (byte) (16 * Character.digit(bytes[at], 16) + Character.digit(bytes[at + 1], 16));
        }
        try {
            return InetAddress.getByAddress(address); // which turns ::ffff:a.b.c.d into the IPv4 address it stands for
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException("not an address: " + address.length + " bytes", impossible);
        }
    }

    private int after(int from, char mark) {
        for (int i = from; i < end; i++) {
            if (bytes[i] == mark) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no row of a table of sockets: '" + mark + "' is missing");
    }

    private int afterBlanks(int from) {
        int at = from;
        while (at < end && bytes[at] == ' ') {
            at++;
        }
        return at;
    }
}
