package portzero.echo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.await.PendingCall;
import portzero.testkit.check.OpenFileCheck;
import portzero.testkit.kernel.TcpState;
import portzero.testkit.net.Listener;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/** What else an echo client has to do. The test is the server. */
class EchoClientTest {

    private static final int MOST = 65_536; // bytes of a message
    private static final int FAILURES = 30; // the JVM opens fewer descriptors of its own meanwhile

    @LabTest(
            task = 5,
            points = 2,
            hint = "Write the bytes as they are: making text of them changes some, and println adds one",
            notes = "tcp#bytes-not-text")
    void sends_exactly_the_message(@Subject(EchoClient.class) Client client, TestNetwork network) throws Exception {
        Listener listener = network.listen();
        InetSocketAddress address = listener.address();
        byte[] message = new byte[256];
        for (int i = 0; i < message.length; i++) {
            message[i] = (byte) i;
        }

        PendingCall<byte[]> call = network.start(() -> client.echo(address, message));
        listener.accept().expect(message).send(message).endOutput();

        network.expectSame(message, call.result());
    }

    @LabTest(
            task = 5,
            points = 2,
            hint = "Take as many bytes as you sent, from 1 to 65,536, and no more, whatever else the server may send",
            notes = "tcp#read-loop")
    void takes_as_many_bytes_as_it_sent(@Subject(EchoClient.class) Client client, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        InetSocketAddress address = listener.address();

        for (int length : new int[] {1, MOST}) {
            byte[] message = network.bytes(length);
            PendingCall<byte[]> call = network.start(() -> client.echo(address, message));
            Peer server = listener.accept().expect(message);
            server.send(message).send("and more").endOutput();

            network.expectSame(message, call.result());
            listener.expectNobody(); // one connection is enough
        }
    }

    @LabTest(
            task = 5,
            points = 1,
            hint = "The message is the caller's: send from its array, and receive into one of your own",
            notes = "tcp#whose-array")
    void leaves_the_message_as_it_was(@Subject(EchoClient.class) Client client, TestNetwork network) throws Exception {
        Listener listener = network.listen();
        InetSocketAddress address = listener.address();
        byte[] message = network.letters(12).getBytes(US_ASCII);
        byte[] answer = network.letters(12).getBytes(US_ASCII);

        PendingCall<byte[]> call = network.start(() -> client.echo(address, message));
        listener.accept().expect(message.clone()).send(answer).endOutput();
        call.result();

        network.expectArraysUntouched();
    }

    @LabTest(
            task = 5,
            points = 1,
            hint = "Keep nothing of a call in a static field: two clients can be under way at the same time",
            notes = "tcp#calls")
    void two_clients_have_nothing_in_common(
            @Subject(EchoClient.class) Client first, @Subject(EchoClient.class) Client second, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        InetSocketAddress address = listener.address();
        byte[] one = network.letters(12).getBytes(US_ASCII);
        byte[] two = network.letters(12).getBytes(US_ASCII);
        PendingCall<byte[]> firstCall = network.start(() -> first.echo(address, one));
        Peer firstServer = listener.accept().expect(one);
        PendingCall<byte[]> secondCall = network.start(() -> second.echo(address, two));
        Peer secondServer = listener.accept().expect(two);

        firstServer.send(Arrays.copyOf(one, 5)).awaitTaken();
        secondServer.send(two).endOutput();
        network.expectSame(two, secondCall.result());
        firstServer.send(Arrays.copyOfRange(one, 5, one.length)).endOutput();
        network.expectSame(one, firstCall.result());
    }

    @LabTest(
            task = 5,
            points = 1,
            hint =
                    "No limit in time was asked for: a peer that pauses has neither ended its stream nor failed, for client and server",
            notes = "tcp#end-of-stream")
    void a_pause_is_no_end(
            @Subject(EchoServer.class) Server server, @Subject(EchoClient.class) Client client, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        InetSocketAddress address = listener.address();
        byte[] message = network.letters(12).getBytes(US_ASCII);
        Peer visitor =
                network.connect(server.start(network.loopback())).send(message).expect(message);
        PendingCall<byte[]> call = network.start(() -> client.echo(address, message));
        Peer peer = listener.accept().expect(message).send(Arrays.copyOf(message, 5));

        network.pause();

        peer.send(Arrays.copyOfRange(message, 5, message.length)).hold();
        network.expectSame(message, call.result());
        visitor.send(message).expect(message);
    }

    @LabTest(
            task = 5,
            points = 3,
            hint = "One read gives you at least one byte, and perhaps no more: read again until all have come",
            notes = "tcp#read-loop")
    void collects_an_answer_that_comes_byte_by_byte(@Subject(EchoClient.class) Client client, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        InetSocketAddress address = listener.address();
        byte[] message = network.letters(6).getBytes(US_ASCII);

        PendingCall<byte[]> call = network.start(() -> client.echo(address, message));
        listener.accept().expect(message).drip(message).endOutput();

        network.expectSame(message, call.result());
    }

    @LabTest(
            task = 6,
            points = 3,
            hint = "Close the socket when the answer is complete; ending only your output leaves the other half open",
            notes = "ending#close-and-shutdown")
    void closes_its_socket(@Subject(EchoClient.class) Client client, TestNetwork network) throws Exception {
        Listener listener = network.listen();
        InetSocketAddress address = listener.address();
        byte[] message = network.letters(12).getBytes(US_ASCII);

        PendingCall<byte[]> call = network.start(() -> client.echo(address, message));
        Peer server = listener.accept().expect(message).send(message);
        network.expectSame(message, call.result());

        server.expectEnd();
        server.send("more"); // a closed socket answers this with a reset; one that ended its output takes it
        network.expectNoneIn(TcpState.FIN_WAIT2);
    }

    @LabTest(
            task = 6,
            points = 3,
            hint = "An exception skips a close at the end of the method; try-with-resources closes on every way out",
            notes = "ending#try-with-resources")
    void closes_its_socket_when_the_answer_is_cut_short(@Subject(EchoClient.class) Client client, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        InetSocketAddress address = listener.address();
        byte[] message = network.letters(12).getBytes(US_ASCII);

        PendingCall<byte[]> call = network.start(() -> client.echo(address, message));
        Peer server = listener.accept().expect(message).send(network.letters(5)).endOutput();
        awaitEnd(call);

        server.expectEnd();
    }

    @LabTest(
            task = 5,
            points = 2,
            hint = "Let the exception of a failed connect reach the caller: an empty answer looks like a success",
            notes = "tcp#calls")
    void reports_a_refused_connection(@Subject(EchoClient.class) Client client, TestNetwork network) throws Exception {
        byte[] message = network.letters(12).getBytes(US_ASCII);
        try (SocketChannel holder = SocketChannel.open().bind(network.loopback())) { // has the port, does not listen
            InetSocketAddress address = (InetSocketAddress) holder.getLocalAddress();

            network.start(() -> client.echo(address, message)).failure(IOException.class);
        }
    }

    @LabTest(
            task = 5,
            points = 1,
            hint = "A reset makes read throw: that is a failure like any other, so let it reach the caller",
            notes = "ending#fin-and-rst")
    void reports_a_connection_that_breaks(@Subject(EchoClient.class) Client client, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        InetSocketAddress address = listener.address();
        byte[] message = network.letters(12).getBytes(US_ASCII);

        PendingCall<byte[]> call = network.start(() -> client.echo(address, message));
        listener.accept().expect(message).send(network.letters(5)).awaitTaken().reset();

        call.failure(IOException.class);
    }

    @LabTest(
            task = 5,
            points = 1,
            hint =
                    "Whatever you open for a call is closed with it, also when the call fails: a socket, a selector, a pool",
            notes = "trouble#leaks")
    void leaves_nothing_open_when_calls_fail(@Subject(EchoClient.class) Client client, TestNetwork network)
            throws Exception {
        byte[] message = network.letters(12).getBytes(US_ASCII);
        InetSocketAddress refusing = network.refusingPort().address();
        awaitEnd(network.start(() -> client.echo(refusing, message)));

        OpenFileCheck before = network.descriptors();
        for (int i = 0; i < FAILURES; i++) {
            awaitEnd(network.start(() -> client.echo(refusing, message)));
        }
        before.expectAtMostMore(FAILURES / 2);
    }

    /** Waits for a call, however it ends. */
    private static void awaitEnd(PendingCall<byte[]> call) throws Exception {
        try {
            call.result();
        } catch (IOException failed) {
            // Whether a short answer is reported is what another test asks.
        }
    }
}
