package portzero.framing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static portzero.framing.Frame.expectMessage;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.util.Arrays;
import java.util.Optional;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.await.PendingCall;
import portzero.testkit.net.Peer;
import portzero.testkit.net.RefusingPort;
import portzero.testkit.net.TestNetwork;
import portzero.testkit.trace.UnmetExpectationError;

/** What else a connection that carries frames has to do. The test is the server. */
class FrameSocketTest {

    private static final int HEADER = 4; // bytes
    private static final int MOST = FrameClient.MAX_LENGTH;

    /** So many messages of half a mebibyte are more than the system keeps for a peer that does not read. */
    private static final int MORE_THAN_WAITS = 16;

    private static final int LOOKS = 10;

    @LabTest(
            task = 1,
            points = 2,
            hint = "The most significant byte of the length goes first, and all four go, even when some are 0",
            notes = "framing#length-prefix")
    void sends_the_length_in_big_endian(@Subject(FrameSocket.class) FrameClient client, TestNetwork network)
            throws Exception {
        Peer server = Frame.connect(client, network);
        byte[] message = network.bytes(0x010203);

        sendWhileReading(client, message, server, network);
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "Every message has its frame: one without bytes is four bytes of length, and the longest comes in one frame",
            notes = "framing#length-prefix")
    void sends_the_empty_and_the_longest_message(@Subject(FrameSocket.class) FrameClient client, TestNetwork network)
            throws Exception {
        Peer server = Frame.connect(client, network);

        sendWhileReading(client, new byte[0], server, network);
        sendWhileReading(client, network.bytes(MOST), server, network);
    }

    @LabTest(
            task = 1,
            points = 1,
            hint =
                    "A write may take only part when the peer does not read: send returns when all of the frame has been taken",
            notes = "tcp#backpressure")
    void sends_everything_to_a_peer_that_reads_late(@Subject(FrameSocket.class) FrameClient client, TestNetwork network)
            throws Exception {
        Peer server = Frame.connect(client, network);
        byte[] message = network.bytes(MOST / 2);

        PendingCall<Boolean> call = network.start(() -> {
            for (int i = 0; i < MORE_THAN_WAITS; i++) {
                client.send(message);
            }
            return true;
        });
        for (int i = 0; i < LOOKS && call.isUnderWay(); i++) {
            network.awaitRest(); // the system takes no more, or all calls have returned
        }
        for (int i = 0; i < MORE_THAN_WAITS; i++) {
            server.expect(Frame.of(message));
        }

        call.result();
    }

    @LabTest(
            task = 1,
            points = 1,
            hint =
                    "The message is the caller's: send from its array, and write nothing into it, not even when it is sent",
            notes = "tcp#whose-array")
    void leaves_the_message_as_it_was(@Subject(FrameSocket.class) FrameClient client, TestNetwork network)
            throws Exception {
        Peer server = Frame.connect(client, network);
        byte[] message = network.letters(12).getBytes(US_ASCII);
        byte[] frame = Frame.of(message);

        client.send(message);

        server.expect(frame);
        network.expectArraysUntouched();
    }

    @LabTest(
            task = 1,
            points = 2,
            hint = "There may be no connection yet when close is called, and there may be none any more",
            notes = "ending#try-with-resources")
    void closes_at_any_time(
            @Subject(FrameSocket.class) FrameClient client,
            @Subject(FrameSocket.class) FrameClient unconnected,
            TestNetwork network)
            throws IOException {
        unconnected.close();
        Frame.connect(client, network);
        client.close();
        client.close();
    }

    @LabTest(
            task = 1,
            points = 1,
            hint =
                    "Let the exception of connect reach the caller, and let close do nothing where nothing was connected",
            notes = "trouble#refused")
    void reports_a_connection_that_is_refused(@Subject(FrameSocket.class) FrameClient client, TestNetwork network)
            throws IOException {
        RefusingPort nobody = network.refusingPort();

        network.start(() -> connect(client, nobody.address())).failure(IOException.class);

        client.close();
    }

    @LabTest(
            task = 1,
            points = 1,
            hint = "Let the exception of write reach the caller, who would take the message for sent",
            notes = "trouble#reset")
    void reports_a_connection_that_breaks_while_it_sends(
            @Subject(FrameSocket.class) FrameClient client, TestNetwork network) throws IOException {
        Peer server = Frame.connect(client, network);
        byte[] message = network.letters(12).getBytes(US_ASCII);

        server.reset();

        network.start(() -> sendManyTimes(client, message)).failure(IOException.class);
    }

    @LabTest(
            task = 2,
            points = 4,
            hint =
                    "A read may give you part of a frame, wherever the frame has been cut: read again until it is complete",
            notes = "tcp#partial-reads")
    void receives_a_message_that_is_split_at_any_byte(
            @Subject(FrameSocket.class) FrameClient client, TestNetwork network) throws Exception {
        Peer server = Frame.connect(client, network);
        byte[] message = network.letters(6).getBytes(US_ASCII);
        byte[] frame = Frame.of(message);

        for (int cut = 1; cut < frame.length; cut++) {
            PendingCall<Optional<byte[]>> call = network.start(client::receive);
            server.send(Arrays.copyOf(frame, cut)).awaitTaken().send(Arrays.copyOfRange(frame, cut, frame.length));
            expectMessage(message, call.result(), network);
        }
    }

    @LabTest(
            task = 2,
            points = 2,
            hint =
                    "The length is four bytes that may come one by one: wait for all of them before you make a number of them",
            notes = "tcp#read-loop")
    void receives_a_length_that_comes_byte_by_byte(@Subject(FrameSocket.class) FrameClient client, TestNetwork network)
            throws Exception {
        Peer server = Frame.connect(client, network);
        byte[] message = network.letters(0x0103).getBytes(US_ASCII); // its length has more than one byte that is not 0

        PendingCall<Optional<byte[]>> call = network.start(client::receive);
        server.drip(Frame.length(message.length)).send(message).hold();

        expectMessage(message, call.result(), network);
    }

    @LabTest(
            task = 2,
            points = 3,
            hint =
                    "What a read has brought of the next frame belongs to the next call: a buffer lives as long as the connection",
            notes = "framing#framing")
    void keeps_the_beginning_of_the_next_message(@Subject(FrameSocket.class) FrameClient client, TestNetwork network)
            throws Exception {
        Peer server = Frame.connect(client, network);
        byte[] first = network.letters(5).getBytes(US_ASCII);
        byte[] second = network.letters(7).getBytes(US_ASCII);
        byte[] frames = Arrays.copyOf(Frame.of(first), 2 * HEADER + first.length + second.length);
        System.arraycopy(Frame.of(second), 0, frames, HEADER + first.length, HEADER + second.length);
        int cut = HEADER + first.length + 2; // within the length of the second

        server.send(Arrays.copyOf(frames, cut));
        expectMessage(first, client.receive(), network);

        PendingCall<Optional<byte[]>> call = network.start(client::receive);
        server.awaitTaken().send(Arrays.copyOfRange(frames, cut, frames.length)).hold();
        expectMessage(second, call.result(), network);
    }

    @LabTest(
            task = 2,
            points = 3,
            hint = "A byte of 128 or more is negative in Java: mask it with 0xff before you shift it into the length",
            notes = "framing#length-prefix")
    void reads_lengths_whose_bytes_are_negative_in_java(
            @Subject(FrameSocket.class) FrameClient client, TestNetwork network) throws Exception {
        Peer server = Frame.connect(client, network);

        for (int length : new int[] {0x80, 0x01ff, 0x8001}) {
            byte[] message = network.bytes(length);
            PendingCall<Optional<byte[]>> call = network.start(client::receive);
            server.send(Frame.of(message));
            expectMessage(message, call.result(), network);
        }
    }

    @LabTest(
            task = 2,
            points = 2,
            hint =
                    "A length of 0 is a message without bytes and not the end: return an array of length 0, and wait for nothing",
            notes = "framing#length-prefix")
    void receives_an_empty_message(@Subject(FrameSocket.class) FrameClient client, TestNetwork network)
            throws Exception {
        Peer server = Frame.connect(client, network);
        byte[] next = network.letters(5).getBytes(US_ASCII);

        PendingCall<Optional<byte[]>> call = network.start(client::receive);
        server.send(Frame.of(new byte[0])).hold();
        expectMessage(new byte[0], call.result(), network);

        server.send(Frame.of(new byte[0])).send(Frame.of(next)).hold();
        expectMessage(new byte[0], client.receive(), network);
        expectMessage(next, client.receive(), network);
    }

    @LabTest(
            task = 2,
            points = 2,
            hint = "The maximum is allowed, and a message of that size comes in many pieces",
            notes = "tcp#partial-reads")
    void receives_the_longest_message(@Subject(FrameSocket.class) FrameClient client, TestNetwork network)
            throws Exception {
        Peer server = Frame.connect(client, network);
        byte[] message = network.bytes(MOST);

        PendingCall<Optional<byte[]>> call = network.start(client::receive);
        server.send(Frame.of(message)).hold();

        expectMessage(message, call.result(), network);
    }

    @LabTest(
            task = 2,
            points = 2,
            hint = "Set no time limit: the contract has none, and a peer may be silent for as long as it likes",
            notes = "tcp#read-loop")
    void waits_for_a_peer_that_takes_its_time(@Subject(FrameSocket.class) FrameClient client, TestNetwork network)
            throws Exception {
        Peer server = Frame.connect(client, network);
        byte[] message = network.letters(12).getBytes(US_ASCII);
        byte[] frame = Frame.of(message);

        PendingCall<Optional<byte[]>> call = network.start(client::receive);
        server.send(Arrays.copyOf(frame, 6)).awaitTaken();
        network.pause();
        server.send(Arrays.copyOfRange(frame, 6, frame.length)).hold();

        expectMessage(message, call.result(), network);
    }

    @LabTest(
            task = 2,
            points = 1,
            hint = "What you have returned is the caller's: receive each message into an array of its own",
            notes = "tcp#whose-array")
    void a_message_stays_as_it_was_when_the_next_one_comes(
            @Subject(FrameSocket.class) FrameClient client, TestNetwork network) throws Exception {
        Peer server = Frame.connect(client, network);

        for (int length : new int[] {12, 12, 7, 12}) {
            byte[] message = network.letters(length).getBytes(US_ASCII);
            server.send(Frame.of(message));
            expectMessage(message, client.receive(), network);
        }

        network.expectArraysUntouched();
    }

    @LabTest(
            task = 2,
            points = 2,
            hint =
                    "Keep the socket and what you have read in fields of the object: what is static belongs to all connections",
            notes = "framing#framing")
    void two_connections_have_nothing_in_common(
            @Subject(FrameSocket.class) FrameClient first,
            @Subject(FrameSocket.class) FrameClient second,
            TestNetwork network)
            throws Exception {
        Peer toFirst = Frame.connect(first, network);
        byte[] message = network.letters(12).getBytes(US_ASCII);
        byte[] other = network.letters(7).getBytes(US_ASCII);
        byte[] longer = network.letters(100).getBytes(US_ASCII);
        byte[] frame = Frame.of(message);

        PendingCall<Optional<byte[]>> call = network.start(first::receive);
        toFirst.send(Arrays.copyOf(frame, 2)).awaitTaken();
        Peer toSecond = Frame.connect(second, network);
        toSecond.send(Frame.of(other));
        expectMessage(other, second.receive(), network);
        toFirst.send(Arrays.copyOfRange(frame, 2, frame.length));
        expectMessage(message, call.result(), network);

        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.writeBytes(frame);
        two.writeBytes(frame);
        toFirst.send(two.toByteArray()).hold();
        expectMessage(message, first.receive(), network);
        toSecond.send(Frame.of(longer)); // so long that it would cover what the first has read ahead
        expectMessage(longer, second.receive(), network);
        expectMessage(message, first.receive(), network);
    }

    @LabTest(
            task = 3,
            points = 1,
            hint = "The peer has ended its own direction only: close nothing and end nothing because of it",
            notes = "ending#close-and-shutdown")
    void still_sends_when_the_peer_has_ended(@Subject(FrameSocket.class) FrameClient client, TestNetwork network)
            throws Exception {
        Peer server = Frame.connect(client, network);
        byte[] message = network.letters(12).getBytes(US_ASCII);

        server.endOutput();
        Optional<byte[]> received = client.receive();
        client.send(message);

        assertThat(received).isEmpty();
        server.expect(Frame.of(message));
    }

    @LabTest(
            task = 3,
            points = 1,
            hint = "The end of the peer's stream is not the end of your socket: close it when close is called, as ever",
            notes = "ending#close-wait")
    void closes_when_the_peer_has_ended(@Subject(FrameSocket.class) FrameClient client, TestNetwork network)
            throws Exception {
        Peer server = Frame.connect(client, network);

        server.endOutput();
        Optional<byte[]> received = client.receive();
        client.close();

        assertThat(received).isEmpty();
        server.expectEnd();
    }

    @LabTest(
            task = 3,
            points = 4,
            hint =
                    "Only before the first byte of a length is the end in order: after one, two or three bytes, throw EOFException",
            notes = "framing#end-of-message")
    void reports_an_end_within_the_length(@Subject(FrameSocket.class) FrameClient client, TestNetwork network)
            throws Exception {
        Peer server = Frame.connect(client, network);
        byte[] part =
                new byte[1 + network.random().nextInt(HEADER - 1)]; // zeros, as in the length of any short message

        PendingCall<Optional<byte[]>> call = network.start(client::receive);
        server.send(part).endOutput();

        call.failure(EOFException.class);
    }

    @LabTest(
            task = 3,
            points = 4,
            hint = "If the stream ends before the last byte of a message, throw EOFException: half a message is none",
            notes = "framing#end-of-message")
    void reports_an_end_within_a_message(
            @Subject(FrameSocket.class) FrameClient client,
            @Subject(FrameSocket.class) FrameClient other,
            TestNetwork network)
            throws Exception {
        endsAfter(5, client, network);
        endsAfter(0, other, network);
    }

    @LabTest(
            task = 2,
            points = 2,
            hint =
                    "A reset makes read throw: let the exception reach the caller, who would take Optional.empty() for a good end",
            notes = "ending#fin-and-rst")
    void reports_a_reset(@Subject(FrameSocket.class) FrameClient client, TestNetwork network) throws Exception {
        Peer server = Frame.connect(client, network);
        byte[] message = network.letters(12).getBytes(US_ASCII);
        server.send(Frame.of(message));
        expectMessage(message, client.receive(), network);

        PendingCall<Optional<byte[]>> call = network.start(client::receive);
        server.reset();

        call.failure(IOException.class);
    }

    @LabTest(
            task = 4,
            points = 4,
            hint = "The peer chooses the length: compare it with the maximum before you allocate an array of that size",
            notes = "framing#never-trust-a-length")
    void refuses_a_huge_length_before_it_allocates(@Subject(FrameSocket.class) FrameClient client, TestNetwork network)
            throws Exception {
        Peer server = Frame.connect(client, network);

        PendingCall<Optional<byte[]>> call = network.start(client::receive);
        server.send(Frame.length(0x7fff_ffffL)).hold(); // more than any array can have

        call.failure(ProtocolException.class);
    }

    @LabTest(
            task = 4,
            points = 3,
            hint = "Java's int is signed: a length of 2^31 or more comes out negative, and is smaller than any maximum",
            notes = "framing#never-trust-a-length")
    void refuses_a_length_that_is_negative_as_an_int(
            @Subject(FrameSocket.class) FrameClient client,
            @Subject(FrameSocket.class) FrameClient other,
            TestNetwork network)
            throws Exception {
        refuses(0xffff_ffffL, client, network);
        refuses(0x8000_0000L, other, network);
    }

    @LabTest(
            task = 4,
            points = 3,
            hint =
                    "Check the length of a message before you write anything, so that the connection stays good for the next one",
            notes = "framing#never-trust-a-length")
    void refuses_to_send_more_than_the_maximum(@Subject(FrameSocket.class) FrameClient client, TestNetwork network)
            throws IOException {
        Peer server = Frame.connect(client, network);
        byte[] next = network.letters(12).getBytes(US_ASCII);

        expectRefused(client, new byte[MOST + 1]);

        client.send(next);
        server.expect(Frame.of(next));
    }

    private static boolean connect(FrameClient client, InetSocketAddress server) throws IOException {
        client.connect(server);
        return true;
    }

    /** Sends more often than the system can take without an answer from the peer. */
    private static boolean sendManyTimes(FrameClient client, byte[] message) throws IOException {
        for (int i = 0; i < 100; i++) {
            client.send(message);
        }
        return true;
    }

    private static void sendWhileReading(FrameClient client, byte[] message, Peer server, TestNetwork network)
            throws Exception {
        PendingCall<Boolean> call = network.start(() -> {
            client.send(message);
            return true;
        });
        server.expect(Frame.of(message));
        call.result();
    }

    /** Ends the stream when so many bytes of a message have been sent. */
    private static void endsAfter(int bytes, FrameClient client, TestNetwork network) throws Exception {
        Peer server = Frame.connect(client, network);
        byte[] frame = Frame.of(network.letters(12).getBytes(US_ASCII));

        PendingCall<Optional<byte[]>> call = network.start(client::receive);
        server.send(Arrays.copyOf(frame, HEADER + bytes)).endOutput();

        call.failure(EOFException.class);
    }

    private static void refuses(long length, FrameClient client, TestNetwork network) throws Exception {
        Peer server = Frame.connect(client, network);

        PendingCall<Optional<byte[]>> call = network.start(client::receive);
        server.send(Frame.length(length)).hold();

        call.failure(ProtocolException.class);
    }

    private static void expectRefused(FrameClient client, byte[] message) throws IOException {
        try {
            client.send(message);
        } catch (IllegalArgumentException refused) {
            return;
        }
        throw new UnmetExpectationError(
                "Expected send to throw IllegalArgumentException for a message above the maximum, but it returned");
    }
}
