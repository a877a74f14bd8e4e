package portzero.testkit.net;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.PortUnreachableException;
import java.net.ProtocolFamily;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.opentest4j.TestAbortedException;
import portzero.testkit.await.Await;
import portzero.testkit.internal.StepRecorder;
import portzero.testkit.internal.TestContext;
import portzero.testkit.kernel.GroupTable;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.UnmetExpectationError;

/** Opens the UDP sockets of one test. */
final class UdpSocketFactory {

    private static final int PROBE = 1_000; // milliseconds until no message of ICMP is expected any more

    /** Below what Linux (from 32768), macOS and Windows (from 49152) give out by themselves. */
    private static final int FIRST_PORT = 20_000;

    private static final int LAST_PORT = 32_767;

    private final TestContext context;

    UdpSocketFactory(TestContext context) {
        this.context = context;
    }

    DatagramPeer open(InetSocketAddress address, StepRecorder recorder) throws IOException {
        return context.closing(new DatagramPeer(context, bind(address), recorder));
    }

    private DatagramChannel bind(InetSocketAddress address) throws IOException {
        DatagramChannel channel = context.closing(DatagramChannel.open(family(address)));
        return channel.setOption(StandardSocketOptions.SO_BROADCAST, true).bind(address);
    }

    /**
     * A socket that shares a port with others, and receives what is sent to many.
     *
     * @param address a multicast group, which it joins, or a broadcast address
     */
    DatagramPeer share(InetSocketAddress address) throws IOException {
        DatagramChannel channel = context.closing(shared(address));
        context.knows(address);
        return context.closing(new DatagramPeer(context, channel, address, StepRecorder.ofSocket(context)));
    }

    private static DatagramChannel shared(InetSocketAddress address) throws IOException {
        DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(new InetSocketAddress(address.getPort())); // of all addresses: Windows has no other way
            if (address.getAddress().isMulticastAddress()) {
                channel.join(address.getAddress(), Loopback.networkInterface());
            }
            return channel;
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    /** One of the groups that are for local use. Not from the test's seed: two runs at a time must not meet. */
    InetAddress group() throws IOException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        byte[] address = {(byte) 239, (byte) 255, (byte) random.nextInt(256), (byte) (1 + random.nextInt(254))};
        return InetAddress.getByAddress(address);
    }

    /** The address for many with a port that nobody has; aborts the test where nothing comes to it. */
    InetSocketAddress forMany(InetAddress address, String what) throws IOException {
        InetSocketAddress free = new InetSocketAddress(address, freePort());
        if (!isDelivered(free)) {
            throw new TestAbortedException("this machine delivers no " + what
                    + " over its loopback interface, so that this cannot be tested here");
        }
        return free;
    }

    /** A port that nobody has at any address, and that no system gives to a socket which asks for any port meanwhile. */
    private static int freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT + 1);
            try (DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET)) {
                channel.bind(new InetSocketAddress(port));
                return port;
            } catch (BindException taken) {
                // by another program; there are thousands
            }
        }
    }

    private static boolean isDelivered(InetSocketAddress address) throws IOException {
        try (DatagramChannel receiver = shared(address);
                DatagramChannel sender = DatagramChannel.open(StandardProtocolFamily.INET);
                Selector selector = Selector.open()) {
            sender.setOption(StandardSocketOptions.SO_BROADCAST, true);
            sender.setOption(StandardSocketOptions.IP_MULTICAST_IF, Loopback.networkInterface());
            receiver.configureBlocking(false).register(selector, SelectionKey.OP_READ);
            sender.send(ByteBuffer.allocate(1), address);
            return selector.select(PROBE) > 0;
        } catch (SocketException | UnsupportedOperationException lacking) {
            return false; // the interface has no multicast, or there is no way to that address
        }
    }

    void expectMembers(InetAddress group, int count) throws IOException {
        if (!GroupTable.isVisible()) {
            context.unchecked("this system does not show the members of a group", "who has joined it");
            return;
        }
        NetworkInterface loopback = Loopback.networkInterface();
        String members = " in the group " + group.getHostAddress() + " on " + loopback.getName();
        new Await(
                        context.operation(),
                        context,
                        () -> StepRecorder.instead(
                                sockets(count) + members,
                                "the kernel has " + GroupTable.members(loopback.getName(), group)))
                .until(500_000, () -> GroupTable.members(loopback.getName(), group) == count);
        note("test finds " + sockets(count) + members);
    }

    private static String sockets(int count) {
        return count == 0 ? "no socket" : count == 1 ? "1 socket" : count + " sockets";
    }

    private static ProtocolFamily family(InetSocketAddress address) {
        return address.getAddress() instanceof Inet6Address
                ? StandardProtocolFamily.INET6
                : StandardProtocolFamily.INET;
    }

    Optional<InetSocketAddress> loopback6() {
        InetSocketAddress address = new InetSocketAddress(Loopback.IPV6, 0);
        try {
            DatagramChannel.open(family(address)).bind(address).close();
            return Optional.of(address);
        } catch (BindException failed) {
            if (!Loopback.isLacking(failed)) {
                throw taken("some port of " + DisplayText.value(address) + " to be free", "sockets have all of them");
            }
        } catch (IOException | UnsupportedOperationException none) {
            // not on this machine
        }
        context.unchecked("this machine has no IPv6 loopback", "IPv6");
        return Optional.empty();
    }

    /** What a program could bring about is no reason not to check it. */
    private AssertionError taken(String expected, String instead) {
        return context.failed(new UnmetExpectationError(StepRecorder.instead(expected, instead)));
    }

    Optional<DatagramPeer> namesake(int port) throws IOException {
        InetSocketAddress neighbour = new InetSocketAddress(InetAddress.getByName("127.0.0.2"), port);
        try {
            return Optional.of(open(neighbour, StepRecorder.of(context, "stranger at another address")));
        } catch (BindException failed) {
            if (!Loopback.isLacking(failed)) {
                throw taken(
                        "the port of " + DisplayText.value(neighbour) + " to be free for the test",
                        "a socket has it, of your program or of another one");
            }
            context.unchecked("this machine is not to be had at 127.0.0.2", "the same port at another address");
            return Optional.empty();
        }
    }

    InetSocketAddress unreachable() throws IOException {
        InetSocketAddress address = taken();
        note("test sees to it that nobody receives on " + DisplayText.value(address));
        return address;
    }

    /** A socket that is connected to itself takes nobody else's datagrams, as if the port were free. */
    private InetSocketAddress taken() throws IOException {
        DatagramChannel holder = bind(new InetSocketAddress(Loopback.IPV4, 0));
        InetSocketAddress address = (InetSocketAddress) holder.getLocalAddress();
        holder.connect(address);
        context.owns(address);
        return address;
    }

    boolean tellsUnreachable() throws IOException {
        try (DatagramSocket probe = new DatagramSocket()) {
            probe.connect(taken());
            probe.setSoTimeout(PROBE);
            probe.send(new DatagramPacket(new byte[1], 1));
            probe.receive(new DatagramPacket(new byte[1], 1));
        } catch (PortUnreachableException told) {
            return true;
        } catch (SocketTimeoutException silent) {
            context.unchecked("this system does not say that a port is unreachable", "what comes of it");
        }
        return false;
    }

    void expectFree(InetSocketAddress address) throws IOException {
        String port = "the port of " + DisplayText.value(address);
        new Await(
                        context.operation(),
                        context,
                        () -> StepRecorder.instead(port + " to be free", "a socket still has it"))
                .until(500_000, () -> !isTaken(address));
        note("test finds the port of " + DisplayText.value(address) + " free");
    }

    private static boolean isTaken(InetSocketAddress address) throws IOException {
        try (DatagramChannel channel = DatagramChannel.open(family(address))) {
            channel.bind(address);
            return false;
        } catch (BindException taken) {
            return true;
        }
    }

    private void note(String sentence) {
        context.note(sentence, sentence);
    }
}
