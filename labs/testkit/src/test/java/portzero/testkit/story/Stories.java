package portzero.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import portzero.testkit.Hint;
import portzero.testkit.Points;
import portzero.testkit.Reading;
import portzero.testkit.Subject;
import portzero.testkit.Task;
import portzero.testkit.await.PendingCall;
import portzero.testkit.kernel.TcpState;
import portzero.testkit.net.Listener;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/** Tests as a lab has them. {@link StoriesTest} runs them in both homes; the build does not run them by itself. */
class Stories {

    @Test
    @Task(1)
    @Points(10)
    void right_server_passes(@Subject(EchoServer.class) Server server, TestNetwork network) throws IOException {
        echo(server, network);
    }

    @Test
    @Task(3)
    @Hint("read() tells you how many bytes arrived; write exactly those")
    @Reading("tcp#partial-reads")
    void wrong_byte(@Subject(Servers.WrongByte.class) Server server, TestNetwork network) throws IOException {
        echo(server, network);
    }

    private static void echo(Server server, TestNetwork network) throws IOException {
        byte[] bytes = network.bytes(1 << 20);
        try (Peer peer = network.connect(server.start(network.loopback()))) {
            peer.exchange(bytes, bytes).endOutput().expectEnd();
        }
    }

    @Test
    @Task(2)
    void never_closes(@Subject(Servers.NeverCloses.class) Server server, TestNetwork network) throws IOException {
        try (Peer peer = network.connect(server.start(network.loopback()))) {
            peer.send("hi\n").expect("hi\n").endOutput().expectEnd();
        }
    }

    @Test
    @Task(2)
    void reads_on(@Subject(Servers.ReadsOn.class) Server server, TestNetwork network) throws IOException {
        try (Peer peer = network.connect(server.start(network.loopback()))) {
            peer.send("hi\n").expect("hi\n");
        }
    }

    @Test
    @Task(2)
    void drips(@Subject(Servers.Drips.class) Server server, TestNetwork network) throws IOException {
        try (Peer peer = network.connect(server.start(network.loopback()))) {
            peer.receiveUntilEnd();
        }
    }

    @Test
    @Task(1)
    void blocks(@Subject(Servers.Blocks.class) Server server, TestNetwork network) throws IOException {
        server.start(network.loopback());
    }

    @Test
    @Task(1)
    void throws_up(@Subject(Servers.Throws.class) Server server, TestNetwork network) throws IOException {
        server.start(network.loopback());
    }

    @Test
    @Task(1)
    void exits(@Subject(Servers.Exits.class) Server server, TestNetwork network) throws IOException {
        try (Peer peer = network.connect(server.start(network.loopback()))) {
            peer.expect("never");
        }
    }

    @Test
    @Task(1)
    void no_address(@Subject(Servers.NoAddress.class) Server server, TestNetwork network) throws IOException {
        network.connect(server.start(network.loopback()));
    }

    @Test
    @Task(1)
    void unwritten(@Subject(Servers.Unwritten.class) Server server, TestNetwork network) throws IOException {
        server.start(network.loopback());
    }

    @Test
    @Task(1)
    void unwritten_in_background(@Subject(Servers.Unwritten.class) Server server, TestNetwork network)
            throws Exception {
        PendingCall<?> running = network.start(() -> server.start(network.loopback()));
        running.result();
    }

    @Test
    @Task(1)
    void unwritten_constructor(@Subject(Servers.UnwrittenConstructor.class) Server server, TestNetwork network)
            throws IOException {
        server.start(network.loopback());
    }

    @Test
    @Task(1)
    void needs_port(@Subject(Servers.NeedsPort.class) Server server, TestNetwork network) throws IOException {
        server.start(network.loopback());
    }

    @Test
    @Task(1)
    void bad_constructor(@Subject(Servers.BadConstructor.class) Server server, TestNetwork network) throws IOException {
        server.start(network.loopback());
    }

    @Test
    @Task(1)
    void own_assertion(@Subject(Servers.NoAddress.class) Server server, TestNetwork network) throws IOException {
        assertThat(server.start(network.loopback()).getPort()).as("port").isPositive();
    }

    @Test
    @Task(4)
    void leaks(@Subject(Servers.NeverCloses.class) Server server, TestNetwork network) throws IOException {
        try (Peer peer = network.connect(server.start(network.loopback()))) {
            peer.send("hi").expect("hi");
        }
        network.expectNoneIn(TcpState.CLOSE_WAIT);
    }

    @Test
    @Task(4)
    void fails_in_background(@Subject(Servers.Throws.class) Server server, TestNetwork network) throws Exception {
        Listener listener = network.listen();
        PendingCall<?> running = network.start(() -> server.start(network.loopback()));
        listener.accept();
        running.result();
    }

    @Test
    @Task(2)
    @Hint("One client's failure is its own")
    void dies_in_a_thread(@Subject(Servers.Dies.class) Server server, TestNetwork network) throws IOException {
        try (Peer peer = network.connect(server.start(network.loopback()))) {
            peer.send("hi\n").expect("hi\n");
        }
    }

    @Test
    @Task(1)
    void call_meanwhile(
            @Subject(EchoServer.class) Server server, @Subject(EchoServer.class) Server other, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        network.start(() -> server.start(network.loopback())).result();
        network.start(() -> other.start(listener.address())).result();
    }

    @Test
    @Task(1)
    void returns_instead(@Subject(EchoServer.class) Server server, TestNetwork network) throws IOException {
        network.start(() -> {
                    server.close();
                    return null;
                })
                .failure(IOException.class);
    }

    @Test
    @Task(4)
    void fails_otherwise(@Subject(Servers.Throws.class) Server server, TestNetwork network) {
        network.start(() -> server.start(network.loopback())).failure(IOException.class);
    }
}
