package portzero.grader.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import portzero.grader.report.terminal.Terminal;
import portzero.testkit.trace.TraceEvent;

class RelayScreenTest {

    private static final int NARROW = 60;

    @Test
    void a_narrow_terminal_without_unicode_gets_lines_that_fit_and_nothing_else() {
        StringWriter out = new StringWriter();
        RelayScreen screen = new RelayScreen(new PrintWriter(out), new Terminal(false, false, NARROW));
        byte[] bytes = "“ü\u001b[2J” and so on, for longer than there is room".getBytes(UTF_8);
        screen.heading("EchoServer");
        screen.show(RelayEvent.data(1, true, TraceEvent.Kind.DATA, bytes, bytes.length), "EchoServer");
        screen.show(RelayEvent.of(1, false, TraceEvent.Kind.END, "ends its stream"), "EchoServer");
        screen.note("#1 is in CLOSE_WAIT: the other side ended its stream; your side never closed it", "EchoServer");
        screen.sayOf("The program ended itself (exit 3) \u001b[31m and there is more to be said of it than fits");
        assertThat(out.toString().lines())
                .hasSizeGreaterThan(5)
                .allSatisfy(line ->
                        assertThat(line).hasSizeLessThanOrEqualTo(NARROW).matches("[ -~]*"));
        assertThat(out.toString()).contains("client", "-->|", "|<--", "#1 ends its stream", "#1 is in CLOSE_WAIT");
    }
}
