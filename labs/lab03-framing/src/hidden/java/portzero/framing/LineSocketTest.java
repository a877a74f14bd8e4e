package portzero.framing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static portzero.framing.Line.expectLine;

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
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.UnmetExpectationError;

/** What else a connection that carries lines has to do. The test is the server. */
class LineSocketTest {

    private static final int MOST = LineClient.MAX_LENGTH;

    /** Characters of two, three and four bytes: e with acute, the euro sign, a face. */
    private static final String WIDE = "\u00e9\u20ac\ud83d\ude00";

    private static final int WIDE_BYTES = 2 + 3 + 4;

    /** What ends a line elsewhere: form feed, next line (NEL), line separator. Here all are characters like any other. */
    private static final String OTHER_ENDS = "\f\u0085\u2028";

    @LabTest(
            task = 5,
            points = 2,
            hint = "Encode the text in UTF-8 by name: one character may take up to four bytes",
            notes = "framing#lines")
    void sends_text_in_utf_8(@Subject(LineSocket.class) LineClient client, TestNetwork network) throws IOException {
        Peer server = Line.connect(client, network);
        String line = network.letters(3) + WIDE + OTHER_ENDS;

        client.send(line);
        client.send("");

        server.expect(line + "\r\n\r\n");
    }

    @LabTest(
            task = 5,
            points = 2,
            hint =
                    "A character may be cut in two: look for the LF among bytes, and decode the line when you have all of it",
            notes = "framing#lines")
    void receives_a_line_that_is_split_within_a_character(
            @Subject(LineSocket.class) LineClient client, TestNetwork network) throws Exception {
        Peer server = Line.connect(client, network);
        String line = network.letters(1) + WIDE;
        byte[] bytes = (line + "\n").getBytes(UTF_8);

        for (int cut = 1; cut < bytes.length; cut++) {
            expectLineInParts(line, bytes, cut, client, server, network);
        }
    }

    @LabTest(
            task = 5,
            points = 2,
            hint = "CR and LF may come in two reads: what a CR means is known only when the byte after it has come",
            notes = "framing#lines")
    void receives_a_line_that_is_split_between_cr_and_lf(
            @Subject(LineSocket.class) LineClient client, TestNetwork network) throws Exception {
        Peer server = Line.connect(client, network);

        for (int round = 0; round < 2; round++) {
            String line = network.letters(5);
            expectLineInParts(line, (line + "\r\n").getBytes(UTF_8), line.length() + 1, client, server, network);
        }
    }

    @LabTest(
            task = 5,
            points = 2,
            hint =
                    "What a read has brought of the next line belongs to the next call: a buffer lives as long as the connection",
            notes = "framing#framing")
    void keeps_the_beginning_of_the_next_line(@Subject(LineSocket.class) LineClient client, TestNetwork network)
            throws Exception {
        Peer server = Line.connect(client, network);
        String first = network.letters(5);
        String second = network.letters(7);

        server.send(first + "\r\n" + second.substring(0, 3));
        expectLine(first, client.receive());

        PendingCall<Optional<String>> call = network.start(client::receive);
        server.awaitTaken().send(second.substring(3) + "\r\n").hold();
        expectLine(second, call.result());
    }

    @LabTest(
            task = 5,
            points = 1,
            hint =
                    "Only LF ends a line here, with or without a CR before it; a CR alone is a character like any other, and so is 0",
            notes = "framing#lines")
    void keeps_a_cr_within_a_line(@Subject(LineSocket.class) LineClient client, TestNetwork network) throws Exception {
        Peer server = Line.connect(client, network);
        String line = network.letters(3) + "\r" + network.letters(3) + "\0" + network.letters(3);
        String blanks = " \t" + network.letters(3) + OTHER_ENDS + " ";

        server.send(line + "\r\n\r\r\n" + blanks + "\n").hold();

        expectLine(line, client.receive());
        expectLine("\r", client.receive());
        expectLine(blanks, client.receive());
    }

    @LabTest(
            task = 5,
            points = 1,
            hint = "Close the socket itself, and let close do nothing when there is no connection, yet or any more",
            notes = "ending#close-and-shutdown")
    void closes_the_connection_of_lines(
            @Subject(LineSocket.class) LineClient client,
            @Subject(LineSocket.class) LineClient unconnected,
            TestNetwork network)
            throws IOException {
        unconnected.close();
        Peer server = Line.connect(client, network);

        client.close();
        client.close();

        server.expectEnd();
    }

    @LabTest(
            task = 5,
            points = 1,
            hint = "Let the exceptions of read and write reach the caller; a PrintWriter keeps them for itself",
            notes = "trouble#reset")
    void reports_a_connection_of_lines_that_breaks(
            @Subject(LineSocket.class) LineClient sender,
            @Subject(LineSocket.class) LineClient receiver,
            @Subject(LineSocket.class) LineClient refused,
            TestNetwork network)
            throws Exception {
        Peer ofSender = Line.connect(sender, network);
        Peer ofReceiver = Line.connect(receiver, network);
        String line = network.letters(12);
        RefusingPort nobody = network.refusingPort();

        PendingCall<Optional<String>> call = network.start(receiver::receive);
        ofReceiver.reset();
        call.failure(IOException.class);

        ofSender.reset();
        network.start(() -> sendManyTimes(sender, line)).failure(IOException.class);

        network.start(() -> connect(refused, nobody.address())).failure(IOException.class);
    }

    @LabTest(
            task = 5,
            points = 1,
            hint = "Keep all that belongs to a connection in fields, none of them static, and set no time limit",
            notes = "framing#lines")
    void a_slow_connection_of_lines_and_another_have_nothing_in_common(
            @Subject(LineSocket.class) LineClient slow,
            @Subject(LineSocket.class) LineClient other,
            TestNetwork network)
            throws Exception {
        Peer toSlow = Line.connect(slow, network);
        String line = network.letters(12);
        String next = network.letters(7);
        String longer = network.letters(100);

        PendingCall<Optional<String>> call = network.start(slow::receive);
        toSlow.send(line).awaitTaken();
        Peer toOther = Line.connect(other, network);
        toOther.send(next + "\r\n");
        expectLine(next, other.receive());
        network.pause();
        toSlow.send("\r\n" + next + "\r\n").hold();
        expectLine(line, call.result());
        toOther.send(longer + "\r\n"); // so long that it would cover what the slow one has read ahead
        expectLine(longer, other.receive());

        expectLine(next, slow.receive());
    }

    @LabTest(
            task = 6,
            points = 2,
            hint = "If the stream ends before the LF, throw EOFException: nobody knows what is missing of the line",
            notes = "framing#end-of-message")
    void reports_an_end_within_a_line(
            @Subject(LineSocket.class) LineClient client,
            @Subject(LineSocket.class) LineClient other,
            TestNetwork network)
            throws Exception {
        endsAfter(network.letters(5), client, network);
        endsAfter(network.letters(5) + "\r", other, network);
    }

    @LabTest(
            task = 6,
            points = 3,
            hint =
                    "Count the bytes of this line alone, and give up when it has more than it may have; its end does not count",
            notes = "framing#never-trust-a-length")
    void a_line_has_as_many_bytes_as_the_maximum_and_no_more(
            @Subject(LineSocket.class) LineClient client,
            @Subject(LineSocket.class) LineClient endless,
            @Subject(LineSocket.class) LineClient tooLong,
            @Subject(LineSocket.class) LineClient wide,
            TestNetwork network)
            throws Exception {
        Peer server = Line.connect(client, network);
        String line = network.letters(MOST);
        String shortLine = network.letters(3);
        String wideLine = network.letters(MOST - 4 * WIDE_BYTES) + WIDE.repeat(4);

        PendingCall<Optional<String>> call = network.start(client::receive);
        server.send(line + "\r\n" + wideLine + "\r\n").hold();
        expectLine(line, call.result());
        expectLine(wideLine, client.receive());
        server.send(shortLine + "\r\n" + line + "\r\n").hold();
        expectLine(shortLine, client.receive());
        expectLine(line, client.receive());

        refuses(network.letters(MOST + 2), endless, network);
        refuses(network.letters(MOST + 1) + "\n", tooLong, network);
        refuses("a" + wideLine + "\n", wide, network);
    }

    @LabTest(
            task = 6,
            points = 1,
            hint = "A text with a line end in it would arrive as two lines: refuse it before you write anything",
            notes = "framing#lines")
    void refuses_to_send_what_is_not_one_line(@Subject(LineSocket.class) LineClient client, TestNetwork network)
            throws IOException {
        Peer server = Line.connect(client, network);
        String next = network.letters(MOST); // the longest one that is not refused

        expectRefused(client, network.letters(3) + "\n" + network.letters(3));
        expectRefused(client, "\r" + network.letters(3));
        expectRefused(client, network.letters(3) + "\r\n");
        expectRefused(client, network.letters(MOST + 1));
        expectRefused(client, network.letters(MOST - 8) + WIDE);

        client.send(next);
        server.expect(next + "\r\n");
    }

    /** Sends a line in two parts, the second when the first has been read. */
    private static void expectLineInParts(
            String line, byte[] bytes, int cut, LineClient client, Peer server, TestNetwork network) throws Exception {
        PendingCall<Optional<String>> call = network.start(client::receive);
        server.send(Arrays.copyOf(bytes, cut)).awaitTaken().send(Arrays.copyOfRange(bytes, cut, bytes.length));
        expectLine(line, call.result());
    }

    private static void endsAfter(String part, LineClient client, TestNetwork network) throws Exception {
        Peer server = Line.connect(client, network);

        PendingCall<Optional<String>> call = network.start(client::receive);
        server.send(part).endOutput();

        call.failure(EOFException.class);
    }

    private static void refuses(String part, LineClient client, TestNetwork network) throws Exception {
        Peer server = Line.connect(client, network);

        PendingCall<Optional<String>> call = network.start(client::receive);
        server.send(part).hold();

        call.failure(ProtocolException.class);
    }

    private static boolean connect(LineClient client, InetSocketAddress server) throws IOException {
        client.connect(server);
        return true;
    }

    /** Sends more often than the system can take without an answer from the peer. */
    private static boolean sendManyTimes(LineClient client, String line) throws IOException {
        for (int i = 0; i < 100; i++) {
            client.send(line);
        }
        return true;
    }

    private static void expectRefused(LineClient client, String line) throws IOException {
        try {
            client.send(line);
        } catch (IllegalArgumentException refused) {
            return;
        }
        throw new UnmetExpectationError(
                "Expected send to throw IllegalArgumentException for " + DisplayText.value(line) + ", but it returned");
    }
}
