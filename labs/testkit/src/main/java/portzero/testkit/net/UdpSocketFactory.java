package portzero.testkit.net;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.ProtocolFamily;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.util.Optional;
import portzero.testkit.await.Await;
import portzero.testkit.internal.StepRecorder;
import portzero.testkit.internal.TestContext;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.UnmetExpectationError;

/** Opens the UDP sockets of one test. */
final class UdpSocketFactory {

    private static final int PROBE = 1_000; // milliseconds until no message of ICMP is expected any more

    private final TestContext context;

    UdpSocketFactory(TestContext context) {
        this.context = context;
    }

    DatagramPeer open(InetSocketAddress address, StepRecorder recorder) throws IOException {
        return context.closing(new DatagramPeer(context, bind(address), recorder));
    }

    private DatagramChannel bind(InetSocketAddress address) throws IOException {
        return context.closing(DatagramChannel.open(family(address))).bind(address);
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
