package portzero.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.await.PendingCall;
import portzero.testkit.kernel.TcpState;
import portzero.testkit.net.Listener;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/** Tests as a lab has them. {@link StoriesTest} runs them in both homes; the build does not run them by itself. */
class Stories {

    private static final String NONE = "";

    @LabTest(task = 1, points = 10, hint = NONE, notes = NONE)
    void right_server_passes(@Subject(EchoServer.class) Server server, TestNetwork network) throws IOException {
        echo(server, network);
    }

    @LabTest(
            task = 3,
            points = 1,
            hint = "read() tells you how many bytes arrived; write exactly those",
            notes = "tcp#partial-reads")
    void wrong_byte(@Subject(Servers.WrongByte.class) Server server, TestNetwork network) throws IOException {
        echo(server, network);
    }

    private static void echo(Server server, TestNetwork network) throws IOException {
        byte[] bytes = network.bytes(1 << 20);
        try (Peer peer = network.connect(server.start(network.loopback()))) {
            peer.exchange(bytes, bytes).endOutput().expectEnd();
        }
    }

    @LabTest(task = 2, points = 1, hint = NONE, notes = NONE)
    void never_closes(@Subject(Servers.NeverCloses.class) Server server, TestNetwork network) throws IOException {
        try (Peer peer = network.connect(server.start(network.loopback()))) {
            peer.send("hi\n").expect("hi\n").endOutput().expectEnd();
        }
    }

    @LabTest(task = 2, points = 1, hint = NONE, notes = NONE)
    void reads_on(@Subject(Servers.ReadsOn.class) Server server, TestNetwork network) throws IOException {
        try (Peer peer = network.connect(server.start(network.loopback()))) {
            peer.send("hi\n").expect("hi\n");
        }
    }

    @LabTest(task = 2, points = 1, hint = NONE, notes = NONE)
    void drips(@Subject(Servers.Drips.class) Server server, TestNetwork network) throws IOException {
        try (Peer peer = network.connect(server.start(network.loopback()))) {
            peer.receiveUntilEnd();
        }
    }

    @LabTest(task = 1, points = 1, hint = NONE, notes = NONE)
    void blocks(@Subject(Servers.Blocks.class) Server server, TestNetwork network) throws IOException {
        server.start(network.loopback());
    }

    @LabTest(task = 1, points = 1, hint = NONE, notes = NONE)
    void throws_up(@Subject(Servers.Throws.class) Server server, TestNetwork network) throws IOException {
        server.start(network.loopback());
    }

    @LabTest(task = 1, points = 1, hint = NONE, notes = NONE)
    void exits(@Subject(Servers.Exits.class) Server server, TestNetwork network) throws IOException {
        try (Peer peer = network.connect(server.start(network.loopback()))) {
            peer.expect("never");
        }
    }

    @LabTest(task = 1, points = 1, hint = NONE, notes = NONE)
    void no_address(@Subject(Servers.NoAddress.class) Server server, TestNetwork network) throws IOException {
        network.connect(server.start(network.loopback()));
    }

    @LabTest(task = 1, points = 1, hint = NONE, notes = NONE)
    void unwritten(@Subject(Servers.Unwritten.class) Server server, TestNetwork network) throws IOException {
        server.start(network.loopback());
    }

    @LabTest(task = 1, points = 1, hint = NONE, notes = NONE)
    void unwritten_in_background(@Subject(Servers.Unwritten.class) Server server, TestNetwork network)
            throws Exception {
        PendingCall<?> running = network.start(() -> server.start(network.loopback()));
        running.result();
    }

    @LabTest(task = 1, points = 1, hint = NONE, notes = NONE)
    void unwritten_constructor(@Subject(Servers.UnwrittenConstructor.class) Server server, TestNetwork network)
            throws IOException {
        server.start(network.loopback());
    }

    @LabTest(task = 1, points = 1, hint = NONE, notes = NONE)
    void needs_port(@Subject(Servers.NeedsPort.class) Server server, TestNetwork network) throws IOException {
        server.start(network.loopback());
    }

    @LabTest(task = 1, points = 1, hint = NONE, notes = NONE)
    void bad_constructor(@Subject(Servers.BadConstructor.class) Server server, TestNetwork network) throws IOException {
        server.start(network.loopback());
    }

    @LabTest(task = 1, points = 1, hint = NONE, notes = NONE)
    void own_assertion(@Subject(Servers.NoAddress.class) Server server, TestNetwork network) throws IOException {
        assertThat(server.start(network.loopback()).getPort()).as("port").isPositive();
    }

    @LabTest(task = 4, points = 1, hint = NONE, notes = NONE)
    void leaks(@Subject(Servers.NeverCloses.class) Server server, TestNetwork network) throws IOException {
        try (Peer peer = network.connect(server.start(network.loopback()))) {
            peer.send("hi").expect("hi");
        }
        network.expectNoneIn(TcpState.CLOSE_WAIT);
    }

    @LabTest(task = 4, points = 1, hint = NONE, notes = NONE)
    void fails_in_background(@Subject(Servers.Throws.class) Server server, TestNetwork network) throws Exception {
        Listener listener = network.listen();
        PendingCall<?> running = network.start(() -> server.start(network.loopback()));
        listener.accept();
        running.result();
    }

    @LabTest(task = 2, points = 1, hint = "One client's failure is its own", notes = NONE)
    void dies_in_a_thread(@Subject(Servers.Dies.class) Server server, TestNetwork network) throws IOException {
        try (Peer peer = network.connect(server.start(network.loopback()))) {
            peer.send("hi\n").expect("hi\n");
        }
    }

    @LabTest(task = 1, points = 1, hint = NONE, notes = NONE)
    void call_meanwhile(
            @Subject(EchoServer.class) Server server, @Subject(EchoServer.class) Server other, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        network.start(() -> server.start(network.loopback())).result();
        network.start(() -> other.start(listener.address())).result();
    }

    @LabTest(task = 1, points = 1, hint = NONE, notes = NONE)
    void returns_instead(@Subject(EchoServer.class) Server server, TestNetwork network) throws IOException {
        network.start(() -> {
                    server.close();
                    return null;
                })
                .failure(IOException.class);
    }

    @LabTest(task = 4, points = 1, hint = NONE, notes = NONE)
    void fails_otherwise(@Subject(Servers.Throws.class) Server server, TestNetwork network) {
        network.start(() -> server.start(network.loopback())).failure(IOException.class);
    }
}
