package portzero.discovery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A finder with a socket for each search. */
public class ServiceFinder implements Finder {

    private static final byte QUERY = 1;
    private static final byte ANSWER = 2;
    private static final int NAME_AT = 7;
    private static final int LONGEST_NAME = 60;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1," + LONGEST_NAME + "}");

    private final Set<FoundService> found = new LinkedHashSet<>();
    private int id = new SecureRandom().nextInt();

    @Override
    public List<FoundService> find(String type, InetSocketAddress group, String interfaceName, Duration wait)
            throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, Interfaces.named(interfaceName));
            return search(socket, type, group, wait);
        }
    }

    @Override
    public List<FoundService> findByBroadcast(String type, InetSocketAddress broadcast, Duration wait)
            throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setBroadcast(true); // which it is by default; a DatagramChannel is not
            return search(socket, type, broadcast, wait);
        }
    }

    private List<FoundService> search(DatagramSocket socket, String type, InetSocketAddress to, Duration wait)
            throws IOException {
        id++;
        byte[] query = ByteBuffer.allocate(1 + Integer.BYTES + type.length())
                .put(QUERY)
                .putInt(id)
                .put(type.getBytes(US_ASCII))
                .array();
        long end = System.nanoTime() + wait.toNanos();
        socket.send(new DatagramPacket(query, query.length, to));
        try {
            while (true) { // nobody knows how many will answer: only the time ends this
                receive(socket, end).ifPresent(found::add);
            }
        } catch (SocketTimeoutException over) {
            return List.copyOf(found);
        }
    }

    private Optional<FoundService> receive(DatagramSocket socket, long end) throws IOException {
        int room = NAME_AT + LONGEST_NAME + 1; // one byte more, which only too long a name uses
        DatagramPacket packet = new DatagramPacket(new byte[room], room);
        socket.setSoTimeout(millisecondsUntil(end));
        socket.receive(packet);
        if (packet.getLength() < NAME_AT) {
            return Optional.empty();
        }
        ByteBuffer answer = ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
        boolean mine = answer.get() == ANSWER && answer.getInt() == id;
        int port = Short.toUnsignedInt(answer.getShort(NAME_AT - Short.BYTES));
        String name = new String(packet.getData(), NAME_AT, packet.getLength() - NAME_AT, ISO_8859_1);
        if (!mine || port == 0 || !NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.of(new FoundService(name, new InetSocketAddress(packet.getAddress(), port)));
    }

    private static int millisecondsUntil(long end) throws SocketTimeoutException {
        long left = end - System.nanoTime();
        if (left <= 0) { // setSoTimeout takes 0 for “for ever”
            throw new SocketTimeoutException("the time is over");
        }
        return (int) Math.ceil(left / 1e6);
    }
}
