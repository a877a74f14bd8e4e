package portzero.framing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static portzero.framing.Frame.expectMessage;
import static portzero.framing.Line.expectLine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.List;
import java.util.Optional;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.await.PendingCall;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;
import portzero.testkit.trace.DisplayText;

/** The tests that you can read. They go through the tasks in order; the others look closer at the same things. */
class FramingFirstStepsTest {

    @LabTest(
            task = 1,
            points = 4,
            hint =
                    "Write the length in four bytes, the most significant first, then the message, and flush what you buffer",
            notes = "framing#length-prefix")
    void sends_a_message_as_a_frame(@Subject(FrameSocket.class) FrameClient client, TestNetwork network)
            throws IOException {
        Peer server = Frame.connect(client, network);
        byte[] message = network.letters(12).getBytes(US_ASCII);

        client.send(message);

        server.expect(Frame.of(message));
    }

    @LabTest(
            task = 1,
            points = 2,
            hint = "Close the socket itself: then the peer reads the end of the stream",
            notes = "ending#close-and-shutdown")
    void closes_the_connection(@Subject(FrameSocket.class) FrameClient client, TestNetwork network) throws IOException {
        Peer server = Frame.connect(client, network);

        client.close();

        server.expectEnd();
    }

    @LabTest(
            task = 2,
            points = 3,
            hint = "The length tells you how many bytes belong to the message: read those, and do not wait for more",
            notes = "framing#length-prefix")
    void receives_a_message_while_the_connection_stays_open(
            @Subject(FrameSocket.class) FrameClient client, TestNetwork network) throws Exception {
        Peer server = Frame.connect(client, network);
        byte[] message = network.letters(12).getBytes(US_ASCII);

        PendingCall<Optional<byte[]>> call = network.start(client::receive);
        server.send(Frame.of(message)).hold();

        expectMessage(message, call.result(), network);
    }

    @LabTest(
            task = 2,
            points = 4,
            hint = "Do not read beyond the frame, or else keep what you have read of the next one for the next call",
            notes = "framing#framing")
    void receives_three_messages_that_came_in_one_segment(
            @Subject(FrameSocket.class) FrameClient client, TestNetwork network) throws Exception {
        Peer server = Frame.connect(client, network);
        List<byte[]> messages = List.of(
                network.letters(5).getBytes(US_ASCII),
                network.letters(12).getBytes(US_ASCII),
                network.letters(7).getBytes(US_ASCII));
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            frames.writeBytes(Frame.of(message));
        }

        server.send(frames.toByteArray()).hold();

        for (byte[] message : messages) {
            expectMessage(message, client.receive(), network);
        }
    }

    @LabTest(
            task = 3,
            points = 4,
            hint =
                    "If the stream ends before the first byte of a length, all is in order: return Optional.empty(), each time you are asked",
            notes = "framing#end-of-message")
    void returns_empty_when_the_stream_ends_between_two_messages(
            @Subject(FrameSocket.class) FrameClient client, TestNetwork network) throws Exception {
        Peer server = Frame.connect(client, network);
        byte[] message = network.letters(12).getBytes(US_ASCII);

        server.send(Frame.of(message)).endOutput();

        expectMessage(message, client.receive(), network);
        expectEnd(client.receive());
        expectEnd(client.receive());
    }

    @LabTest(
            task = 4,
            points = 4,
            hint =
                    "Check the length before you read the message: if it is above the maximum, throw a ProtocolException at once",
            notes = "framing#never-trust-a-length")
    void refuses_a_length_above_the_maximum(@Subject(FrameSocket.class) FrameClient client, TestNetwork network)
            throws Exception {
        Peer server = Frame.connect(client, network);

        PendingCall<Optional<byte[]>> call = network.start(client::receive);
        server.send(Frame.length(FrameClient.MAX_LENGTH + 1L)).hold();

        call.failure(ProtocolException.class);
    }

    @LabTest(
            task = 5,
            points = 3,
            hint =
                    "A line that you send ends in CR and LF, whatever the machine's own line end is; and flush what you buffer",
            notes = "framing#lines")
    void sends_a_line_and_its_end(@Subject(LineSocket.class) LineClient client, TestNetwork network)
            throws IOException {
        Peer server = Line.connect(client, network);
        String line = network.letters(12);

        client.send(line);

        server.expect(line + "\r\n");
    }

    @LabTest(
            task = 5,
            points = 3,
            hint =
                    "The LF ends the line, and a CR just before it is part of the end; keep what follows for the next call",
            notes = "framing#lines")
    void receives_lines_that_came_in_one_segment(@Subject(LineSocket.class) LineClient client, TestNetwork network)
            throws Exception {
        Peer server = Line.connect(client, network);
        String first = network.letters(5);
        String fourth = network.letters(7);

        server.send((first + "\r\n\r\n\n" + fourth + "\n").getBytes(UTF_8)).hold();

        expectLine(first, client.receive());
        expectLine("", client.receive());
        expectLine("", client.receive());
        expectLine(fourth, client.receive());
    }

    @LabTest(
            task = 6,
            points = 2,
            hint =
                    "If the stream ends before the first byte of a line, all is in order: return Optional.empty(), each time you are asked",
            notes = "framing#end-of-message")
    void returns_empty_when_the_stream_ends_between_two_lines(
            @Subject(LineSocket.class) LineClient client, TestNetwork network) throws Exception {
        Peer server = Line.connect(client, network);
        String line = network.letters(12);

        server.send(line + "\r\n").endOutput();

        expectLine(line, client.receive());
        expectEnd(client.receive());
        expectEnd(client.receive());
        client.send(line); // the other direction has not ended
        server.expect(line + "\r\n");
    }

    private static void expectEnd(Optional<?> received) {
        assertThat(received)
                .withFailMessage(
                        "Expected receive to return Optional.empty at the end of the stream, but it returned %s",
                        DisplayText.value(received))
                .isEmpty();
    }
}
