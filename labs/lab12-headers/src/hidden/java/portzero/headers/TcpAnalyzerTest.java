package portzero.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static portzero.headers.TcpFlag.ACK;
import static portzero.headers.TcpFlag.FIN;
import static portzero.headers.TcpFlag.PSH;
import static portzero.headers.TcpFlag.RST;
import static portzero.headers.TcpFlag.SYN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import portzero.testkit.LabTest;
import portzero.testkit.LabTest.SymptomHint;
import portzero.testkit.Subject;
import portzero.testkit.Symptom;
import portzero.testkit.net.TestNetwork;

/** What else is seen in captures. */
class TcpAnalyzerTest {

    @LabTest(
            task = 7,
            points = 1,
            hint =
                    "A FIN may come with data: its own number is the one behind the last byte, and both are acknowledged together",
            notes = "headers#conversation")
    void tells_a_conversation_over_ipv6(@Subject(TcpAnalyzer.class) Analyzer analyzer) {
        FieldCheck.expectSame(
                new TcpConnection(
                        List.of(
                                client(SegmentKind.SYN, 0, 0, 0),
                                server(SegmentKind.SYN_ACK, 0, 1, 0),
                                client(SegmentKind.ACK, 1, 1, 0),
                                server(SegmentKind.FIN, 1, 1, 3),
                                client(SegmentKind.ACK, 1, 5, 0),
                                client(SegmentKind.FIN, 1, 5, 0),
                                server(SegmentKind.ACK, 5, 2, 0)),
                        Ending.CLOSED),
                analyzer.analyze(MoreCaptures.LAST_WORDS));
    }

    @LabTest(
            task = 7,
            points = 2,
            hint =
                    "A connection is two addresses and two ports; what belongs to others, or to no connection at all, is passed over",
            notes = "headers#whose-segment",
            hints =
                    @SymptomHint(
                            symptom = Symptom.BUFFER_BOUNDS,
                            hint =
                                    "A packet that was cut short ends in an exception: pass over what your own codecs refuse"))
    void passes_over_what_does_not_belong_to_it(@Subject(TcpAnalyzer.class) Analyzer analyzer, TestNetwork network) {
        ConnectionWriter ours = new ConnectionWriter(network, 4);
        List<byte[]> capture = new ArrayList<>(Captures.DATAGRAMS);
        capture.addAll(MoreCaptures.CONVERSATION6.subList(1, 11)); // its SYN came before the capture began
        capture.add(ours.fromServer(0, 1, 0, SYN, ACK)); // too early
        capture.add(ours.fromClient(0, 0, 0, SYN));
        capture.addAll(Captures.CONVERSATION);
        capture.add(ours.fromServer(0, 1, 0, SYN, ACK));
        capture.add(ours.fromStranger(1, 1, 20, RST, ACK));
        capture.add(ours.fromOtherPort(1, 1, 20, FIN, ACK));
        capture.add(ours.toOtherPort(1, 1, 20, FIN, ACK));
        capture.add(ours.asUdp(1, 1, 20, RST, ACK));
        capture.add(ours.asFragment(true, 0, 30));
        capture.add(ours.asFragment(false, 8, 30));
        capture.addAll(ours.unsound(RST, ACK));
        capture.addAll(MoreCaptures.CONVERSATION6);
        capture.add(ours.fromClient(1, 1, 20, PSH, ACK));
        capture.add(ours.fromClient(1, 1, 20, PSH, ACK)); // a repetition is told as well
        byte[] acknowledgment = ours.fromServer(1, 21, 0, ACK);
        capture.add(Arrays.copyOf(acknowledgment, acknowledgment.length + 6)); // as the link fills it up

        FieldCheck.expectSame(
                new TcpConnection(
                        List.of(
                                client(SegmentKind.SYN, 0, 0, 0),
                                server(SegmentKind.SYN_ACK, 0, 1, 0),
                                client(SegmentKind.DATA, 1, 1, 20),
                                client(SegmentKind.DATA, 1, 1, 20),
                                server(SegmentKind.ACK, 1, 21, 0)),
                        Ending.OPEN),
                analyzer.analyze(capture));
    }

    @LabTest(
            task = 7,
            points = 1,
            hint =
                    "An IPv6 packet may have headers before its segment, and only one that is a part of a packet is passed over; checksums count for nothing here",
            notes = "headers#extension-headers")
    void finds_the_segment_behind_extension_headers(
            @Subject(TcpAnalyzer.class) Analyzer analyzer, TestNetwork network) {
        ConnectionWriter ours = new ConnectionWriter(network, 16);
        List<byte[]> capture = List.of(
                ours.behind(new ExtensionHeader(0, new byte[14]), 0, 0, 0, SYN),
                ours.behind(new ExtensionHeader(44, new byte[] {0, 1, 0, 0, 0, 1}), 1, 0, 0, RST),
                ours.behind(new ExtensionHeader(44, new byte[] {0, 8, 0, 0, 0, 1}), 1, 0, 0, RST),
                ours.behind(new ExtensionHeader(44, new byte[] {0, 0, 0, 0, 0, 2}), 1, 0, 4, PSH),
                ours.fromStranger(1, 1, 5, PSH, ACK),
                ours.fromServer(0, 1, 0, SYN, ACK));
        capture.forEach(packet -> packet[packet.length - 1] ^= 1); // of the payload, or of the urgent pointer

        FieldCheck.expectSame(
                new TcpConnection(
                        List.of(
                                client(SegmentKind.SYN, 0, 0, 0),
                                client(SegmentKind.DATA, 1, 0, 4),
                                server(SegmentKind.SYN_ACK, 0, 1, 0)),
                        Ending.OPEN),
                analyzer.analyze(capture));
    }

    @LabTest(
            task = 7,
            points = 1,
            hint =
                    "Behind the highest number of 32 bits comes 0: keep only 32 bits of the difference, and it is right again",
            notes = "headers#conversation")
    void numbers_begin_again_at_0(@Subject(TcpAnalyzer.class) Analyzer analyzer, TestNetwork network) {
        ConnectionWriter ours = new ConnectionWriter(network, 4).beginningAt(0xffff_fffdL, 0xffff_ffffL);
        TcpConnection connection = analyzer.analyze(List.of(
                ours.fromClient(0, 0, 0, SYN),
                ours.fromServer(0, 1, 0, SYN, ACK),
                ours.fromClient(1, 1, 10, ACK),
                ours.fromServer(1, 11, 7, FIN, ACK),
                ours.fromClient(11, 9, 0, FIN, ACK),
                ours.fromServer(9, 12, 0, ACK)));

        FieldCheck.expectSame(
                new TcpConnection(
                        List.of(
                                client(SegmentKind.SYN, 0, 0, 0),
                                server(SegmentKind.SYN_ACK, 0, 1, 0),
                                client(SegmentKind.DATA, 1, 1, 10),
                                server(SegmentKind.FIN, 1, 11, 7),
                                client(SegmentKind.FIN, 11, 9, 0),
                                server(SegmentKind.ACK, 9, 12, 0)),
                        Ending.CLOSED),
                connection);
    }

    @LabTest(
            task = 7,
            points = 1,
            hint =
                    "Closed is what both sides have closed and both have acknowledged; one FIN, or one without its ACK, is on the way there",
            notes = "headers#conversation")
    void tells_what_became_of_it(@Subject(TcpAnalyzer.class) Analyzer analyzer, TestNetwork network) {
        for (int length = 1; length <= 11; length++) {
            Ending expected = length < 8 ? Ending.OPEN : length < 11 ? Ending.CLOSING : Ending.CLOSED;
            ends(analyzer, expected, MoreCaptures.CONVERSATION6.subList(0, length));
        }
        ends(analyzer, Ending.RESET, MoreCaptures.ABORT);
        ConnectionWriter ours = new ConnectionWriter(network, 4);
        List<byte[]> capture = new ArrayList<>(List.of(
                ours.fromClient(0, 0, 0, SYN),
                ours.fromServer(0, 1, 0, SYN, ACK),
                ours.fromServer(1, 1, 5, FIN, ACK),
                ours.fromClient(1, 6, 0, FIN, ACK), // the five bytes, but not the FIN
                ours.fromServer(7, 2, 0, ACK)));
        ends(analyzer, Ending.CLOSING, capture);
        capture.add(ours.fromClient(2, 7, 0));
        ends(analyzer, Ending.CLOSING, capture); // without the flag the number does not count
        capture.add(ours.fromClient(2, 7, 0, ACK));
        ends(analyzer, Ending.CLOSED, capture);
        capture.add(ours.fromServer(7, 0, 0, RST));
        capture.add(ours.fromClient(2, 7, 0, ACK));
        ends(analyzer, Ending.RESET, capture);
    }

    private static void ends(Analyzer analyzer, Ending expected, List<byte[]> capture) {
        assertThat(analyzer.analyze(capture).ending())
                .as("ending after %d packets", capture.size())
                .isEqualTo(expected);
    }

    @LabTest(
            task = 7,
            points = 1,
            hint =
                    "RST comes before all other kinds, and each side's numbers begin at its first segment, also where that is a refusal",
            notes = "headers#conversation")
    void tells_a_refusal_and_each_kind(@Subject(TcpAnalyzer.class) Analyzer analyzer, TestNetwork network) {
        ConnectionWriter ours = new ConnectionWriter(network, 4);
        FieldCheck.expectSame(
                new TcpConnection(
                        List.of(
                                client(SegmentKind.SYN, 0, 0, 0),
                                client(SegmentKind.SYN, 0, 0, 2),
                                client(SegmentKind.DATA, 1, 0, 3),
                                server(SegmentKind.RST, 0, 1, 0),
                                server(SegmentKind.RST, 1, 0, 9),
                                client(SegmentKind.FIN, 4, 1, 2),
                                server(SegmentKind.ACK, 2, 0, 0)),
                        Ending.RESET),
                analyzer.analyze(List.of(
                        ours.fromClient(0, 0, 0, SYN),
                        ours.fromClient(0, 0, 2, SYN), // some send data with it
                        ours.fromClient(1, 8, 3, ACK, PSH), // of the server nothing is known yet
                        ours.fromServer(0, 1, 0, RST, ACK),
                        ours.fromServer(1, 5, 9, RST, FIN),
                        ours.fromClient(4, 1, 2, FIN, PSH, ACK),
                        ours.fromServer(2, 3, 0))));

        Refusal.expect("there are no packets", () -> analyzer.analyze(List.of()));
        Refusal.expect("there is no SYN", () -> analyzer.analyze(Captures.CONVERSATION.subList(1, 11)));
        Refusal.expect("there is no TCP", () -> analyzer.analyze(Captures.DATAGRAMS));
    }

    private static SegmentSummary client(SegmentKind kind, long sequence, long acknowledgment, int length) {
        return new SegmentSummary(Side.CLIENT, kind, sequence, acknowledgment, length);
    }

    private static SegmentSummary server(SegmentKind kind, long sequence, long acknowledgment, int length) {
        return new SegmentSummary(Side.SERVER, kind, sequence, acknowledgment, length);
    }
}
