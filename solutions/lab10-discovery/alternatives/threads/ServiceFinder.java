package portzero.discovery;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A finder that sleeps while a thread gathers, and then closes the socket under it. */
public class ServiceFinder implements Finder {

    private int id = new Random().nextInt();

    @Override
    public List<FoundService> find(String type, InetSocketAddress group, String interfaceName, Duration wait)
            throws IOException {
        NetworkInterface network = NetworkInterface.getByName(interfaceName);
        if (network == null) {
            throw new IOException(interfaceName + " is no interface of this machine");
        }
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, network);
            return search(socket, type, group, wait);
        }
    }

    @Override
    public List<FoundService> findByBroadcast(String type, InetSocketAddress broadcast, Duration wait)
            throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            return search(socket, type, broadcast, wait);
        }
    }

    private List<FoundService> search(DatagramSocket socket, String type, InetSocketAddress to, Duration wait)
            throws IOException {
        byte[] id = Arrays.copyOf(new byte[] {2, (byte) (this.id >> 24), (byte) (this.id >> 16), 0, 0}, 5);
        id[3] = (byte) (this.id >> 8);
        id[4] = (byte) this.id--;
        byte[] query = Arrays.copyOf(id, 5 + type.length());
        query[0] = 1;
        System.arraycopy(type.getBytes(StandardCharsets.US_ASCII), 0, query, 5, type.length());
        Set<FoundService> found = ConcurrentHashMap.newKeySet();
        Thread thread = new Thread(() -> gather(socket, id, found), "finder");
        thread.start();
        socket.send(new DatagramPacket(query, query.length, to));
        try {
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
            socket.close();
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new ArrayList<>(found);
    }

    private static void gather(DatagramSocket socket, byte[] id, Set<FoundService> found) {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[1_500], 1_500);
                socket.receive(packet);
                byte[] bytes = packet.getData();
                int length = packet.getLength();
                if (length >= 8 && length <= 67 && Arrays.equals(bytes, 0, 5, id, 0, 5)) {
                    int port = Byte.toUnsignedInt(bytes[5]) << 8 | Byte.toUnsignedInt(bytes[6]);
                    String name = new String(bytes, 7, length - 7, StandardCharsets.ISO_8859_1);
                    if (port != 0 && name.matches("[-0-9A-Za-z]+")) {
                        found.add(new FoundService(name, new InetSocketAddress(packet.getAddress(), port)));
                    }
                }
            }
        } catch (IOException closed) {
            // The time is over.
        }
    }
}
