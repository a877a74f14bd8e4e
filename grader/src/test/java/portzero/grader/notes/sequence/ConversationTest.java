package portzero.grader.notes.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationTest {
    private static final String SYN = "IP 127.0.0.1.50001 > 127.0.0.1.9000: Flags [S], seq 86, win 65495, length 0";

    @Test
    void calls_states_and_segments_are_told_in_order() throws Exception {
        assertThat(sentences("""
                        server: new ServerSocket(…)
                        client: new Socket(…)
                        IP 127.0.0.1.50001 > 127.0.0.1.9000: Flags [S], seq 86, win 65495, length 0
                        IP 127.0.0.1.9000 > 127.0.0.1.50001: Flags [S.], seq 17, ack 87, win 65483, length 0
                        IP 127.0.0.1.50001 > 127.0.0.1.9000: Flags [.], ack 1, win 64, length 0
                        client is ESTABLISHED
                        IP 127.0.0.1.50001 > 127.0.0.1.9000: Flags [P.], seq 1:2, ack 1, win 64, length 1
                        IP 127.0.0.1.9000 > 127.0.0.1.50001: Flags [FP.], seq 1:6, ack 2, win 64, length 5
                        IP 127.0.0.1.50001 > 127.0.0.1.9000: Flags [F.], seq 2, ack 7, win 64, length 0
                        IP 127.0.0.1.9000 > 127.0.0.1.50001: Flags [R], seq 7, win 0, length 0
                        server is CLOSED
                        """))
                .containsExactly(
                        "Server: new ServerSocket(…).",
                        "Client: new Socket(…).",
                        "Client to server: SYN.",
                        "Server to client: SYN, ACK.",
                        "Client to server: ACK.",
                        "The client is in state ESTABLISHED.",
                        "Client to server: 1 byte.",
                        "Server to client: FIN with 5 bytes.",
                        "Client to server: FIN.",
                        "Server to client: RST.",
                        "The server is in state CLOSED.");
    }

    @Test
    void numbered_lines_are_told_with_the_numbers_of_their_bytes() throws Exception {
        assertThat(sentences("""
                        $ nc 127.0.0.1 9000
                        server: this is what a program printed
                        $ tcpdump -i lo -n -t -# -c 4 'tcp port 9000'
                            1  IP 127.0.0.1.50001 > 127.0.0.1.9000: Flags [P.], seq 1:7, ack 1, win 64, length 6
                            2  IP 127.0.0.1.9000 > 127.0.0.1.50001: Flags [.], ack 7, win 64, length 0
                           10  IP 127.0.0.1.9000 > 127.0.0.1.50001: Flags [F.], seq 16, ack 8, win 64, length 0
                        """))
                .containsExactly(
                        "Client to server: 6 bytes, seq 1 to 6.",
                        "Server to client: ACK 7.",
                        "Server to client: FIN seq 16.");
    }

    @Test
    void an_icmp_message_comes_from_where_the_datagram_went() throws Exception {
        assertThat(sentences("""
                        IP 127.0.0.1.50001 > 127.0.0.1.59141: UDP, length 1
                        IP 127.0.0.1 > 127.0.0.1: ICMP 127.0.0.1 udp port 59141 unreachable, length 37
                        """))
                .containsExactly("Client to server: UDP, 1 byte.", "Server to client: ICMP port unreachable.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IP 127.0.0.1.50001 > 127.0.0.1.9001: Flags [S], seq 86, win 65495, length 0
            IP 127.0.0.1.9000 > 127.0.0.1.50002: Flags [R.], seq 0, ack 87, win 0, length 0
            IP 127.0.0.1 > 127.0.0.1: ICMP 127.0.0.1 udp port 9001 unreachable, length 37
            IP 127.0.0.1.50001 > 127.0.0.1.9000: Flags [S], seq 86
            nobody: close()
            client is LISTENING
            Connection refused
            """)
    void a_line_of_another_kind_is_named(String line) {
        assertThatExceptionOfType(MalformedRecordingException.class)
                .isThrownBy(() -> Conversation.read(List.of(SYN, line)))
                .withMessage("“" + line + "” is no call, no state and no packet of this conversation.")
                .satisfies(thrown -> assertThat(thrown.line()).isEqualTo(2));
    }

    @Test
    void there_is_no_conversation_without_a_packet() {
        assertThatExceptionOfType(MalformedRecordingException.class)
                .isThrownBy(() -> Conversation.read(List.of("client: close()")))
                .withMessage("No packet was recorded.");
    }

    private static List<String> sentences(String recording) throws MalformedRecordingException {
        return Conversation.read(recording.lines().toList()).sentences();
    }
}
