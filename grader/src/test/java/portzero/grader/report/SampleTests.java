package portzero.grader.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import portzero.grader.result.ExceededLimit;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestInfo;
import portzero.grader.result.TestResult;
import portzero.grader.result.TestVisibility;
import portzero.testkit.trace.Evidence;
import portzero.testkit.trace.TraceEvent;
import portzero.testkit.trace.TraceEvent.Kind;

/** Test results as an echo lab gives them. */
public final class SampleTests {
    private SampleTests() {}

    /** One test of the lab: what stays the same whatever comes of it. */
    public record Spec(String method, int task, int max, TestVisibility visibility, String hint, String reading) {
        String id() {
            return "EchoServerTest." + method;
        }

        String name() {
            return method.replace('_', ' ');
        }
    }

    public static final List<Spec> ECHO = List.of(
            open(
                    "echoes_one_byte",
                    1,
                    5,
                    "accept() gives you a socket; read from it and write back",
                    "tcp#the-echo-pair"),
            open("echoes_a_line", 1, 5, "Write what you read, not a line", "tcp#partial-reads"),
            hidden(
                    "echoes_all_256_byte_values",
                    1,
                    10,
                    "−1 is the end; 255 is a byte. Test before you cast",
                    "tcp#end-of-stream"),
            open(
                    "end_of_stream_ends_the_connection",
                    2,
                    5,
                    "read() returning −1 is the peer's FIN",
                    "ending#half-close"),
            hidden(
                    "end_of_stream_does_not_end_the_server",
                    2,
                    10,
                    "One loop accepts; another, inside, reads",
                    "tcp#the-echo-pair"),
            hidden(
                    "serves_several_clients_one_after_another",
                    2,
                    10,
                    "One loop accepts; another, inside, reads",
                    "tcp#the-echo-pair"),
            hidden(
                    "echoes_a_large_message_byte_for_byte",
                    3,
                    10,
                    "read() tells you how many bytes arrived; write exactly those",
                    "tcp#partial-reads"),
            hidden(
                    "echoes_8_MiB_while_the_peer_reads_at_the_same_time",
                    3,
                    10,
                    "Answer as you go; do not wait for the end",
                    "tcp#flow-control"),
            hidden(
                    "survives_a_client_that_resets",
                    4,
                    10,
                    "An exception of one connection belongs to that connection",
                    "ending#reset"),
            hidden(
                    "close_releases_a_blocked_accept_and_the_port",
                    5,
                    10,
                    "Closing the listener wakes accept()",
                    "ending#closing-a-listener"),
            hidden("close_twice_is_harmless", 5, 5, "Closing what is closed does nothing", "ending#closing-a-listener"),
            hidden(
                    "leaves_no_socket_in_CLOSE_WAIT",
                    5,
                    10,
                    "try-with-resources closes the socket on every way out",
                    "ending#close-wait"));

    private static Spec open(String method, int task, int max, String hint, String reading) {
        return new Spec(method, task, max, TestVisibility.PUBLIC, hint, reading);
    }

    private static Spec hidden(String method, int task, int max, String hint, String reading) {
        return new Spec(method, task, max, TestVisibility.HIDDEN, hint, reading);
    }

    public static TestResult passed(Spec spec, boolean flaky) {
        return result(spec, Outcome.PASSED, null, flaky, null, List.of(), List.of(), List.of(), List.of(), "");
    }

    public static TestResult skipped(Spec spec) {
        return result(
                spec,
                Outcome.SKIPPED,
                null,
                false,
                "EchoServer.start is not written yet.",
                List.of("test → EchoServer.start(127.0.0.1:0)            UnsupportedOperationException"),
                List.of(new TraceEvent(1, "test", "server", Kind.CALL, "start(127.0.0.1:0)")),
                List.of(),
                List.of(),
                "");
    }

    /** The failure that the house style shows. */
    public static TestResult wholeBuffer() {
        return result(
                ECHO.get(6),
                Outcome.FAILED,
                null,
                false,
                """
                Expected  the same 1,048,576 bytes
                but byte 700 differs: expected 5e, was 00
                  … 1c 9a 44 5e 07 …
                             ^^ 00
                """,
                List.of(
                        "test → EchoServer.start(127.0.0.1:0)            listening on 127.0.0.1:43817",
                        "test connects from 127.0.0.1:51022",
                        "test sends 1,048,576 bytes, seed 7f3a",
                        "server sends 2,097,152 bytes"),
                List.of(
                        new TraceEvent(1, "test", "server", Kind.CALL, "start(127.0.0.1:0)"),
                        new TraceEvent(2, "test", "server", Kind.CONNECT, "connects from :51022"),
                        new TraceEvent(3, "test", "server", Kind.DATA, "1,048,576 bytes, seed 7f3a"),
                        new TraceEvent(4, "server", "test", Kind.DATA, "2,097,152 bytes")),
                List.of("echo-1  blocked in read, EchoServer.java:41 (serve)"),
                List.of("127.0.0.1:43817 → 127.0.0.1:51022  CLOSE_WAIT: your side never closed it"),
                "");
    }

    static TestResult reset(String output) {
        return result(
                ECHO.get(8),
                Outcome.FAILED,
                null,
                false,
                "Expected  the next client is served after one that resets\n"
                        + "but connect 127.0.0.1:40211: connection refused; nobody is listening there any more",
                List.of(
                        "test → EchoServer.start(127.0.0.1:0)            listening on 127.0.0.1:40211",
                        "test connects from 127.0.0.1:51830",
                        "test sends 16 bytes: 68 65 6c 6c 6f",
                        "server sends 16 bytes",
                        "test resets the connection",
                        "test waits until the server has seen it",
                        "test connects again            refused"),
                List.of(
                        new TraceEvent(1, "test", "server", Kind.CALL, "start(127.0.0.1:0)"),
                        new TraceEvent(2, "test", "server", Kind.CONNECT, "connects from :51830"),
                        new TraceEvent(3, "test", "server", Kind.DATA, "16 bytes: 68 65 6c 6c 6f"),
                        new TraceEvent(4, "server", "test", Kind.DATA, "16 bytes"),
                        new TraceEvent(5, "test", "server", Kind.RESET, "resets the connection"),
                        new TraceEvent(6, "test", "test", Kind.NOTE, "waits until the server has seen it"),
                        new TraceEvent(7, "server", "test", Kind.RESET, "refuses the next connection")),
                List.of("main  ended with SocketException: Connection reset, EchoServer.java:33 (start)"),
                List.of(),
                output);
    }

    static TestResult timeout() {
        return result(
                ECHO.get(9),
                Outcome.TIMEOUT,
                null,
                false,
                "Expected  close() returns and accept() ends within 2 s\nbut after 2 s close() had not returned",
                List.of(
                        "test → EchoServer.start(127.0.0.1:0)            listening on 127.0.0.1:39077",
                        "test connects from 127.0.0.1:50100",
                        "test half-closes",
                        "server half-closes",
                        "test → EchoServer.close()            no answer for 2 s"),
                List.of(
                        new TraceEvent(1, "test", "server", Kind.CALL, "start(127.0.0.1:0)"),
                        new TraceEvent(2, "test", "server", Kind.CONNECT, "connects from :50100"),
                        new TraceEvent(3, "test", "server", Kind.END, "half-closes"),
                        new TraceEvent(4, "server", "test", Kind.END, "half-closes"),
                        new TraceEvent(
                                5,
                                "test",
                                "server",
                                Kind.CALL,
                                "close(), no answer for 2 s, and a label far too long for the room there is"),
                        new TraceEvent(5, "server", "server", Kind.NOTE, "still blocked in accept")),
                List.of(
                        "echo-accept  blocked in accept, EchoServer.java:22 (run)",
                        "main  waiting for echo-accept in Thread.join, EchoServer.java:57 (close)"),
                List.of("127.0.0.1:39077  LISTEN"),
                "listening\naccepted /127.0.0.1:50100\n");
    }

    public static TestResult memory() {
        return result(
                ECHO.get(7),
                Outcome.CRASHED,
                ExceededLimit.MEMORY,
                false,
                "Expected  8,388,608 bytes come back\nbut the program ended itself: OutOfMemoryError, Java heap space",
                List.of(
                        "test → EchoServer.start(127.0.0.1:0)            listening on 127.0.0.1:41000",
                        "test sends 8,388,608 bytes"),
                List.of(),
                List.of("main  ended with OutOfMemoryError, EchoServer.java:38 (readAll)"),
                List.of(),
                "reading…\n");
    }

    public static TestResult result(
            Spec spec,
            Outcome outcome,
            @Nullable ExceededLimit limit,
            boolean flaky,
            @Nullable String message,
            List<String> steps,
            List<TraceEvent> moves,
            List<String> threads,
            List<String> sockets,
            String output) {
        return new TestResult(
                new TestInfo(
                        spec.id(),
                        spec.name(),
                        spec.task(),
                        spec.visibility(),
                        spec.max(),
                        spec.hint(),
                        spec.reading()),
                outcome,
                limit,
                flaky,
                outcome == Outcome.PASSED ? spec.max() : 0,
                0.03,
                new Evidence(message, steps, moves, threads, sockets, output));
    }

    /** Passed on a machine that cannot show all. */
    public static TestResult partlyChecked(Spec spec) {
        return result(
                spec,
                Outcome.PASSED,
                null,
                false,
                "this machine has no IPv6 loopback; not checked: IPv6",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    /** The same result with other hints. */
    public static TestResult hinted(TestResult test, String hint) {
        return new TestResult(
                test.test().withHint(hint),
                test.outcome(),
                test.limit(),
                test.flaky(),
                test.points(),
                test.seconds(),
                test.evidence());
    }
}
