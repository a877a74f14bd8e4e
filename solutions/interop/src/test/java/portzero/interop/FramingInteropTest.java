package portzero.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import portzero.framing.FrameSocket;
import portzero.framing.LineSocket;

/** Lab 03, which has clients only. */
@Timeout(120)
class FramingInteropTest {

    @ParameterizedTest
    @EnumSource
    void frames_come_back_from_socat(Loopback host) throws Exception {
        byte[] message = new byte[40_000];
        new Random(7).nextBytes(message);
        try (SocatServer socat = SocatServer.tcp(host, "PIPE");
                FrameSocket client = new FrameSocket()) {
            client.connect(socat.address());
            for (byte[] sent : new byte[][] {message, {}, {0}}) {
                client.send(sent);
                assertThat(client.receive()).hasValue(sent);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void lines_come_back_from_sed_line_by_line(Loopback host) throws Exception {
        try (SocatServer socat = SocatServer.tcp(host, "SYSTEM:sed -u s/e/E/g");
                LineSocket client = new LineSocket()) {
            client.connect(socat.address());
            client.send("one");
            assertThat(client.receive()).hasValue("onE");
            client.send("three");
            assertThat(client.receive()).hasValue("thrEE");
        }
    }
}
