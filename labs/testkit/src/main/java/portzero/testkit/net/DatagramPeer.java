package portzero.testkit.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import org.jspecify.annotations.Nullable;
import portzero.testkit.internal.StepRecorder;
import portzero.testkit.internal.TestContext;
import portzero.testkit.trace.ByteDifference;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.TraceEvent;
import portzero.testkit.trace.UnmetExpectationError;

/** The test's UDP socket. The kit closes it after the test. Not thread-safe. */
public final class DatagramPeer implements AutoCloseable {

    private static final int LARGEST = 65_535;

    private final TestContext context;
    private final DatagramChannel channel;
    private final InetSocketAddress address;
    private final StepRecorder recorder;

    DatagramPeer(TestContext context, DatagramChannel channel, StepRecorder recorder) throws IOException {
        this(context, channel, (InetSocketAddress) channel.getLocalAddress(), recorder);
        context.owns(channel.getLocalAddress());
    }

    /** @param address a multicast group or broadcast address, of which the socket has the port */
    DatagramPeer(TestContext context, DatagramChannel channel, InetSocketAddress address, StepRecorder recorder)
            throws IOException {
        this.context = context;
        this.channel = channel;
        this.address = address;
        this.recorder = recorder;
        channel.configureBlocking(false);
    }

    /** Where it receives: its own address, a multicast group's, or one for broadcast. */
    public InetSocketAddress address() {
        return address;
    }

    /**
     * Sends one datagram, at most 65,507 bytes on IPv4. What goes to a multicast group or a broadcast address goes by the loopback
     * interface.
     */
    public DatagramPeer send(byte[] payload, InetSocketAddress to) throws IOException {
        context.knows(to);
        String text = "sends a datagram to " + DisplayText.value(to) + ", " + DisplayText.bytes(payload);
        recorder.says(TraceEvent.Kind.DATAGRAM, text + context.seedOf(payload), DisplayText.bytes(payload));
        stayOnLoopback(to);
        channel.send(ByteBuffer.wrap(payload), to);
        context.wire().sent(channel.getLocalAddress(), to, ByteBuffer.wrap(payload));
        return this;
    }

    /** Sends the same datagram every millisecond until the test ends, whatever becomes of it. */
    public DatagramPeer flood(byte[] payload, InetSocketAddress to) throws IOException {
        context.knows(to);
        stayOnLoopback(to);
        String text = "goes on sending datagrams to " + DisplayText.value(to) + ", one a millisecond, each of ";
        recorder.says(TraceEvent.Kind.DATAGRAM, text + DisplayText.bytes(payload), "flood");
        context.closing(new DatagramFlood(context.wire(), channel, payload, to));
        return this;
    }

    /** The system would choose another interface for a group, or none. */
    private void stayOnLoopback(InetSocketAddress to) throws IOException {
        if (to.getAddress().isMulticastAddress()) {
            channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, Loopback.networkInterface());
        }
    }

    /** Receives the next datagram, whole. */
    public Datagram receive() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
        InetSocketAddress from = receive(buffer);
        while (from == null) {
            TimedStream.await(
                    channel,
                    SelectionKey.OP_READ,
                    context.operation(),
                    context,
                    recorder.expected("to send a datagram to " + DisplayText.value(address()), "none came"));
            from = receive(buffer);
        }
        return heard(from, buffer);
    }

    /** Receives the next datagram and gives no answer, as if the network had lost it. */
    public Datagram lose() throws IOException {
        Datagram lost = receive();
        recorder.says(TraceEvent.Kind.NOTE, "gives no answer, as if that datagram had been lost", "lost");
        return lost;
    }

    /** Receives what has come already, and lets nobody answer it. */
    public DatagramPeer discardWhatCame() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
        for (InetSocketAddress from = receive(buffer); from != null; from = receive(buffer)) {
            heard(from, buffer);
            buffer.clear();
        }
        return this;
    }

    /**
     * Expects that no datagram has come, apart from those received. Looks once, as soon as what the kernel still had
     * on its way has arrived: ask only when all that the subject had to send has been sent.
     */
    public DatagramPeer expectNone() throws IOException {
        context.awaitDelivery();
        ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
        InetSocketAddress from = receive(buffer);
        if (from != null) {
            heard(from, buffer);
            throw context.failed(new UnmetExpectationError(recorder.expected("to send nothing more", "it did")));
        }
        return this;
    }

    private @Nullable InetSocketAddress receive(ByteBuffer buffer) throws IOException {
        return (InetSocketAddress) channel.receive(buffer);
    }

    private Datagram heard(InetSocketAddress from, ByteBuffer buffer) {
        context.knows(from);
        byte[] payload = new byte[buffer.flip().remaining()];
        buffer.get(payload);
        context.wire().received(address(), from, ByteBuffer.wrap(payload));
        recorder.hears(
                TraceEvent.Kind.DATAGRAM,
                "sends a datagram from " + DisplayText.value(from) + target() + ", " + DisplayText.bytes(payload),
                DisplayText.bytes(payload));
        return new Datagram(from, payload);
    }

    /** To whom what comes here was sent, if that is not this socket alone. */
    private String target() {
        boolean many = address.getAddress().isMulticastAddress() || Loopback.isBroadcast(address.getAddress());
        return many ? " to " + DisplayText.value(address) : "";
    }

    /** Receives the next datagram and expects this payload. */
    public Datagram expect(byte[] payload) throws IOException {
        Datagram datagram = receive();
        if (ByteDifference.first(payload, datagram.payload()) >= 0) {
            throw context.failed(ByteDifference.failure(recorder.toSend(), payload, datagram.payload()));
        }
        context.answered(payload);
        return datagram;
    }

    /** Closes the socket. Does nothing the second time. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
