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
import org.junit.jupiter.api.Test;
import portzero.testkit.Hint;
import portzero.testkit.Peer;
import portzero.testkit.Points;
import portzero.testkit.Reading;
import portzero.testkit.Running;
import portzero.testkit.Subject;
import portzero.testkit.Task;
import portzero.testkit.Wire;
import portzero.testkit.trace.Shown;

/** The tests that you can read. They go through the tasks in order; the others look closer at the same things. */
class FramingFirstStepsTest {

    @Test
    @Task(1)
    @Points(4)
    @Hint("Write the length in four bytes, the most significant first, then the message, and flush what you buffer")
    @Reading("framing#length-prefix")
    void sends_a_message_as_a_frame(@Subject(FrameSocket.class) FrameClient client, Wire wire) throws IOException {
        Peer server = Frame.connect(client, wire);
        byte[] message = wire.letters(12).getBytes(US_ASCII);

        client.send(message);

        server.expect(Frame.of(message));
    }

    @Test
    @Task(1)
    @Points(2)
    @Hint("Close the socket itself: then the peer reads the end of the stream")
    @Reading("ending#close-and-shutdown")
    void closes_the_connection(@Subject(FrameSocket.class) FrameClient client, Wire wire) throws IOException {
        Peer server = Frame.connect(client, wire);

        client.close();

        server.expectEnd();
    }

    @Test
    @Task(2)
    @Points(3)
    @Hint("The length tells you how many bytes belong to the message: read those, and do not wait for more")
    @Reading("framing#length-prefix")
    void receives_a_message_while_the_connection_stays_open(@Subject(FrameSocket.class) FrameClient client, Wire wire)
            throws Exception {
        Peer server = Frame.connect(client, wire);
        byte[] message = wire.letters(12).getBytes(US_ASCII);

        Running<Optional<byte[]>> call = wire.start(client::receive);
        server.send(Frame.of(message)).hold();

        expectMessage(message, call.result(), wire);
    }

    @Test
    @Task(2)
    @Points(4)
    @Hint("Do not read beyond the frame, or else keep what you have read of the next one for the next call")
    @Reading("framing#framing")
    void receives_three_messages_that_came_in_one_segment(@Subject(FrameSocket.class) FrameClient client, Wire wire)
            throws Exception {
        Peer server = Frame.connect(client, wire);
        List<byte[]> messages = List.of(
                wire.letters(5).getBytes(US_ASCII),
                wire.letters(12).getBytes(US_ASCII),
                wire.letters(7).getBytes(US_ASCII));
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            frames.writeBytes(Frame.of(message));
        }

        server.send(frames.toByteArray()).hold();

        for (byte[] message : messages) {
            expectMessage(message, client.receive(), wire);
        }
    }

    @Test
    @Task(3)
    @Points(4)
    @Hint(
            "If the stream ends before the first byte of a length, all is in order: return Optional.empty(), each time you are asked")
    @Reading("framing#end-of-message")
    void returns_empty_when_the_stream_ends_between_two_messages(
            @Subject(FrameSocket.class) FrameClient client, Wire wire) throws Exception {
        Peer server = Frame.connect(client, wire);
        byte[] message = wire.letters(12).getBytes(US_ASCII);

        server.send(Frame.of(message)).endOutput();

        expectMessage(message, client.receive(), wire);
        expectEnd(client.receive());
        expectEnd(client.receive());
    }

    @Test
    @Task(4)
    @Points(4)
    @Hint("Check the length before you read the message: if it is above the maximum, throw a ProtocolException at once")
    @Reading("framing#never-trust-a-length")
    void refuses_a_length_above_the_maximum(@Subject(FrameSocket.class) FrameClient client, Wire wire)
            throws Exception {
        Peer server = Frame.connect(client, wire);

        Running<Optional<byte[]>> call = wire.start(client::receive);
        server.send(Frame.length(FrameClient.MAX_LENGTH + 1L)).hold();

        call.failure(ProtocolException.class);
    }

    @Test
    @Task(5)
    @Points(3)
    @Hint("A line that you send ends in CR and LF, whatever the machine's own line end is; and flush what you buffer")
    @Reading("framing#lines")
    void sends_a_line_and_its_end(@Subject(LineSocket.class) LineClient client, Wire wire) throws IOException {
        Peer server = Line.connect(client, wire);
        String line = wire.letters(12);

        client.send(line);

        server.expect(line + "\r\n");
    }

    @Test
    @Task(5)
    @Points(3)
    @Hint("The LF ends the line, and a CR just before it is part of the end; keep what follows for the next call")
    @Reading("framing#lines")
    void receives_lines_that_came_in_one_segment(@Subject(LineSocket.class) LineClient client, Wire wire)
            throws Exception {
        Peer server = Line.connect(client, wire);
        String first = wire.letters(5);
        String fourth = wire.letters(7);

        server.send((first + "\r\n\r\n\n" + fourth + "\n").getBytes(UTF_8)).hold();

        expectLine(first, client.receive());
        expectLine("", client.receive());
        expectLine("", client.receive());
        expectLine(fourth, client.receive());
    }

    @Test
    @Task(6)
    @Points(2)
    @Hint(
            "If the stream ends before the first byte of a line, all is in order: return Optional.empty(), each time you are asked")
    @Reading("framing#end-of-message")
    void returns_empty_when_the_stream_ends_between_two_lines(@Subject(LineSocket.class) LineClient client, Wire wire)
            throws Exception {
        Peer server = Line.connect(client, wire);
        String line = wire.letters(12);

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
                        Shown.value(received))
                .isEmpty();
    }
}
