package portzero.testkit.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.TraceEvent;

/** Receives one line, byte by byte, so that nothing which comes after it is taken. */
final class LineReader {

    private static final int LONGEST = 8 << 10; // bytes

    private final InboundStream inbound;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LineReader(InboundStream inbound) {
        this.inbound = inbound;
    }

    /** Reads up to the next line feed, which is taken but not returned. */
    String receive() throws IOException {
        for (byte next = next(); next != '\n'; next = next()) {
            line.write(next);
            if (line.size() == LONGEST) {
                tell();
                throw inbound.unmet("to end its line", "it sent " + DisplayText.size(LONGEST) + " without a line feed");
            }
        }
        String text = line.toString(StandardCharsets.UTF_8);
        line.write('\n');
        tell();
        return text;
    }

    private byte next() throws IOException {
        ReceiveBuffer one = new ReceiveBuffer(1);
        boolean came = inbound.read(one, () -> {
            tell();
            return inbound.voice().expected("to send a line", cameSoFar());
        });
        if (!came) {
            tell();
            throw inbound.unmet("to send a line", "its stream ended after " + DisplayText.size(line.size()));
        }
        return one.bytes()[0];
    }

    private String cameSoFar() {
        return line.size() == 0 ? "nothing came" : "only " + DisplayText.size(line.size()) + " came, and no line feed";
    }

    private void tell() {
        if (line.size() > 0) {
            String what = DisplayText.bytes(line.toByteArray());
            inbound.voice().hears(TraceEvent.Kind.DATA, "sends " + what, what);
        }
    }
}
