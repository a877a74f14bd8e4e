package portzero.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import portzero.testkit.Hint;
import portzero.testkit.Listener;
import portzero.testkit.Peer;
import portzero.testkit.Points;
import portzero.testkit.Reading;
import portzero.testkit.Running;
import portzero.testkit.Subject;
import portzero.testkit.Task;
import portzero.testkit.Wire;
import portzero.testkit.kernel.TcpState;

/** Tests as a lab has them. {@link StoriesTest} runs them in both homes; the build does not run them by itself. */
class Stories {

    @Test
    @Task(1)
    @Points(10)
    void right_server_passes(@Subject(EchoServer.class) Server server, Wire wire) throws IOException {
        echo(server, wire);
    }

    @Test
    @Task(3)
    @Hint("read() tells you how many bytes arrived; write exactly those")
    @Reading("tcp#partial-reads")
    void wrong_byte(@Subject(Servers.WrongByte.class) Server server, Wire wire) throws IOException {
        echo(server, wire);
    }

    private static void echo(Server server, Wire wire) throws IOException {
        byte[] bytes = wire.bytes(1 << 20);
        try (Peer peer = wire.connect(server.start(wire.loopback()))) {
            peer.exchange(bytes, bytes).endOutput().expectEnd();
        }
    }

    @Test
    @Task(2)
    void never_closes(@Subject(Servers.NeverCloses.class) Server server, Wire wire) throws IOException {
        try (Peer peer = wire.connect(server.start(wire.loopback()))) {
            peer.send("hi\n").expect("hi\n").endOutput().expectEnd();
        }
    }

    @Test
    @Task(2)
    void reads_on(@Subject(Servers.ReadsOn.class) Server server, Wire wire) throws IOException {
        try (Peer peer = wire.connect(server.start(wire.loopback()))) {
            peer.send("hi\n").expect("hi\n");
        }
    }

    @Test
    @Task(2)
    void drips(@Subject(Servers.Drips.class) Server server, Wire wire) throws IOException {
        try (Peer peer = wire.connect(server.start(wire.loopback()))) {
            peer.receiveUntilEnd();
        }
    }

    @Test
    @Task(1)
    void blocks(@Subject(Servers.Blocks.class) Server server, Wire wire) throws IOException {
        server.start(wire.loopback());
    }

    @Test
    @Task(1)
    void throws_up(@Subject(Servers.Throws.class) Server server, Wire wire) throws IOException {
        server.start(wire.loopback());
    }

    @Test
    @Task(1)
    void exits(@Subject(Servers.Exits.class) Server server, Wire wire) throws IOException {
        try (Peer peer = wire.connect(server.start(wire.loopback()))) {
            peer.expect("never");
        }
    }

    @Test
    @Task(1)
    void no_address(@Subject(Servers.NoAddress.class) Server server, Wire wire) throws IOException {
        wire.connect(server.start(wire.loopback()));
    }

    @Test
    @Task(1)
    void unwritten(@Subject(Servers.Unwritten.class) Server server, Wire wire) throws IOException {
        server.start(wire.loopback());
    }

    @Test
    @Task(1)
    void unwritten_in_background(@Subject(Servers.Unwritten.class) Server server, Wire wire) throws Exception {
        Running<?> running = wire.start(() -> server.start(wire.loopback()));
        running.result();
    }

    @Test
    @Task(1)
    void unwritten_constructor(@Subject(Servers.UnwrittenConstructor.class) Server server, Wire wire)
            throws IOException {
        server.start(wire.loopback());
    }

    @Test
    @Task(1)
    void needs_port(@Subject(Servers.NeedsPort.class) Server server, Wire wire) throws IOException {
        server.start(wire.loopback());
    }

    @Test
    @Task(1)
    void bad_constructor(@Subject(Servers.BadConstructor.class) Server server, Wire wire) throws IOException {
        server.start(wire.loopback());
    }

    @Test
    @Task(1)
    void own_assertion(@Subject(Servers.NoAddress.class) Server server, Wire wire) throws IOException {
        assertThat(server.start(wire.loopback()).getPort()).as("port").isPositive();
    }

    @Test
    @Task(4)
    void leaks(@Subject(Servers.NeverCloses.class) Server server, Wire wire) throws IOException {
        try (Peer peer = wire.connect(server.start(wire.loopback()))) {
            peer.send("hi").expect("hi");
        }
        wire.expectNoneIn(TcpState.CLOSE_WAIT);
    }

    @Test
    @Task(4)
    void fails_in_background(@Subject(Servers.Throws.class) Server server, Wire wire) throws Exception {
        Listener listener = wire.listen();
        Running<?> running = wire.start(() -> server.start(wire.loopback()));
        listener.accept();
        running.result();
    }

    @Test
    @Task(2)
    @Hint("One client's failure is its own")
    void dies_in_a_thread(@Subject(Servers.Dies.class) Server server, Wire wire) throws IOException {
        try (Peer peer = wire.connect(server.start(wire.loopback()))) {
            peer.send("hi\n").expect("hi\n");
        }
    }

    @Test
    @Task(1)
    void call_meanwhile(@Subject(EchoServer.class) Server server, @Subject(EchoServer.class) Server other, Wire wire)
            throws Exception {
        Listener listener = wire.listen();
        wire.start(() -> server.start(wire.loopback())).result();
        wire.start(() -> other.start(listener.address())).result();
    }

    @Test
    @Task(1)
    void returns_instead(@Subject(EchoServer.class) Server server, Wire wire) throws IOException {
        wire.start(() -> {
                    server.close();
                    return null;
                })
                .failure(IOException.class);
    }

    @Test
    @Task(4)
    void fails_otherwise(@Subject(Servers.Throws.class) Server server, Wire wire) {
        wire.start(() -> server.start(wire.loopback())).failure(IOException.class);
    }
}
