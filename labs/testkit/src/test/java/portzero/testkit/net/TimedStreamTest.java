package portzero.testkit.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import portzero.testkit.await.Deadline;
import portzero.testkit.internal.ContextFixture;
import portzero.testkit.trace.DeadlineExceededError;

/** A stream whose other end has sent something that lies there to be read. */
@Timeout(60)
class TimedStreamTest {

    private static final Deadline FAR = Deadline.in(Duration.ofSeconds(50));

    private final ContextFixture fixture = new ContextFixture();
    private final ServerSocketChannel listener =
            ServerSocketChannel.open().bind(new InetSocketAddress(Loopback.IPV4, 0));
    private final Socket sender = new Socket();
    private final TimedStream stream;

    TimedStreamTest() throws IOException {
        sender.connect(listener.getLocalAddress());
        SocketChannel accepted = listener.accept();
        stream = new TimedStream(fixture.context.wire().accepted(accepted), fixture.context);
    }

    @BeforeEach
    void send() throws IOException {
        sender.getOutputStream().write(new byte[] {1, 2, 3});
        stream.await(SelectionKey.OP_READ, FAR, () -> "bytes");
    }

    @AfterEach
    void close() throws IOException {
        stream.close();
        sender.close();
        listener.close();
        fixture.close();
    }

    @Test
    void what_is_there_is_read() throws IOException {
        assertThat(stream.read(ByteBuffer.allocate(8), FAR, () -> "bytes")).isEqualTo(3);
    }

    @Test
    void bytes_that_go_on_coming_do_not_hold_up_the_deadline() {
        Deadline passed = Deadline.in(Duration.ZERO);
        assertThatThrownBy(() -> stream.read(ByteBuffer.allocate(8), passed, () -> "the end did not come"))
                .isInstanceOf(DeadlineExceededError.class)
                .hasMessage("the end did not come (waited 0 s)");
        assertThatThrownBy(() -> stream.await(SelectionKey.OP_READ, passed, () -> "the end did not come"))
                .isInstanceOf(DeadlineExceededError.class);
    }
}
