package portzero.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import org.jspecify.annotations.Nullable;
import portzero.testkit.trace.ByteDifference;
import portzero.testkit.trace.Move;
import portzero.testkit.trace.Shown;
import portzero.testkit.trace.UnmetExpectation;

/** The test's UDP socket. The kit closes it after the test. Not thread-safe. */
public final class Datagrams implements AutoCloseable {

    private static final int LARGEST = 65_535;

    private final Stage stage;
    private final DatagramChannel channel;
    private final Voice voice;

    Datagrams(Stage stage, DatagramChannel channel, Voice voice) throws IOException {
        this.stage = stage;
        this.channel = channel;
        this.voice = voice;
        channel.configureBlocking(false);
        stage.owns(channel.getLocalAddress());
    }

    /** Where it receives. */
    public InetSocketAddress address() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    /** Sends one datagram, at most 65,507 bytes on IPv4. */
    public Datagrams send(byte[] payload, InetSocketAddress to) throws IOException {
        stage.knows(to);
        String text = "sends a datagram to " + Shown.value(to) + ", " + Shown.bytes(payload);
        voice.says(Move.Kind.DATAGRAM, text + stage.seedOf(payload), Shown.bytes(payload));
        channel.send(ByteBuffer.wrap(payload), to);
        return this;
    }

    /** Sends the same datagram every millisecond until the test ends, whatever becomes of it. */
    public Datagrams flood(byte[] payload, InetSocketAddress to) {
        stage.knows(to);
        String text = "goes on sending datagrams to " + Shown.value(to) + ", one a millisecond, each of ";
        voice.says(Move.Kind.DATAGRAM, text + Shown.bytes(payload), "flood");
        stage.closing(new Flood(channel, payload, to));
        return this;
    }

    /** Receives the next datagram, whole. */
    public Datagram receive() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
        InetSocketAddress from = receive(buffer);
        while (from == null) {
            Stream.await(
                    channel,
                    SelectionKey.OP_READ,
                    stage.operation(),
                    stage,
                    voice.expected("to send a datagram to " + Shown.value(address()), "none came"));
            from = receive(buffer);
        }
        return heard(from, buffer);
    }

    /** Receives the next datagram and gives no answer, as if the network had lost it. */
    public Datagram lose() throws IOException {
        Datagram lost = receive();
        voice.says(Move.Kind.NOTE, "gives no answer, as if that datagram had been lost", "lost");
        return lost;
    }

    /**
     * Expects that no datagram has come, apart from those received. Looks once, as soon as what the kernel still had
     * on its way has arrived: ask only when all that the subject had to send has been sent.
     */
    public Datagrams expectNone() throws IOException {
        stage.awaitDelivery();
        ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
        InetSocketAddress from = receive(buffer);
        if (from != null) {
            heard(from, buffer);
            throw stage.failed(new UnmetExpectation(voice.expected("to send nothing more", "it did")));
        }
        return this;
    }

    private @Nullable InetSocketAddress receive(ByteBuffer buffer) throws IOException {
        return (InetSocketAddress) channel.receive(buffer);
    }

    private Datagram heard(InetSocketAddress from, ByteBuffer buffer) {
        stage.knows(from);
        byte[] payload = new byte[buffer.flip().remaining()];
        buffer.get(payload);
        voice.hears(
                Move.Kind.DATAGRAM,
                "sends a datagram from " + Shown.value(from) + ", " + Shown.bytes(payload),
                Shown.bytes(payload));
        return new Datagram(from, payload);
    }

    /** Receives the next datagram and expects this payload. */
    public Datagram expect(byte[] payload) throws IOException {
        Datagram datagram = receive();
        if (ByteDifference.first(payload, datagram.payload()) >= 0) {
            throw stage.failed(ByteDifference.failure(voice.toSend(), payload, datagram.payload()));
        }
        stage.answered(payload);
        return datagram;
    }

    /** Closes the socket. Does nothing the second time. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
