package portzero.discovery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A finder with a channel and a selector for each search, which counts its queries from 1. */
public class ServiceFinder implements Finder {

    private int queries;

    @Override
    public List<FoundService> find(String type, InetSocketAddress group, String interfaceName, Duration wait)
            throws IOException {
        NetworkInterface network = NetworkInterface.getByName(interfaceName);
        if (network == null) {
            throw new IOException("no interface is called " + interfaceName);
        }
        try (DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET)) {
            channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, network);
            return search(channel, type, group, wait);
        }
    }

    @Override
    public List<FoundService> findByBroadcast(String type, InetSocketAddress broadcast, Duration wait)
            throws IOException {
        try (DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET)) {
            channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
            return search(channel, type, broadcast, wait);
        }
    }

    private List<FoundService> search(DatagramChannel channel, String type, InetSocketAddress to, Duration wait)
            throws IOException {
        int id = ++queries;
        ByteBuffer query = ByteBuffer.allocate(5 + type.length());
        query.put((byte) 1).putInt(id).put(US_ASCII.encode(type)).flip();
        List<FoundService> found = new ArrayList<>();
        long end = System.nanoTime() + wait.toNanos();
        channel.send(query, to);
        try (Selector selector = Selector.open()) {
            channel.configureBlocking(false).register(selector, SelectionKey.OP_READ);
            for (long left = wait.toNanos(); left > 0; left = end - System.nanoTime()) {
                selector.select(left / 1_000_000 + 1);
                selector.selectedKeys().clear();
                gather(channel, id, found);
            }
        }
        return found;
    }

    private static void gather(DatagramChannel channel, int id, List<FoundService> found) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1_500);
        InetSocketAddress from = (InetSocketAddress) channel.receive(buffer);
        buffer.flip();
        if (from == null || buffer.remaining() < 8 || buffer.remaining() > 67) {
            return;
        }
        if (buffer.get() != 2 || buffer.getInt() != id) {
            return;
        }
        int port = buffer.getShort() & 0xffff;
        String name = ISO_8859_1.decode(buffer).toString();
        FoundService service = new FoundService(name, new InetSocketAddress(from.getAddress(), Math.max(port, 1)));
        if (port > 0 && name.chars().allMatch(ServiceFinder::isPlain) && !found.contains(service)) {
            found.add(service);
        }
    }

    private static boolean isPlain(int character) {
        return character == '-' || (character < 128 && Character.isLetterOrDigit(character));
    }
}
