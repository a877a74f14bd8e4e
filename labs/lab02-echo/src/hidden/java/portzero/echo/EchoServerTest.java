package portzero.echo;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import portzero.testkit.Hint;
import portzero.testkit.Listener;
import portzero.testkit.Peer;
import portzero.testkit.Points;
import portzero.testkit.Reading;
import portzero.testkit.Subject;
import portzero.testkit.Task;
import portzero.testkit.Wire;
import portzero.testkit.kernel.TcpState;
import portzero.testkit.kernel.TcpTable;

/**
 * What else an echo server has to do.
 *
 * <p>No test has two connections open that both want something: a server may serve one client at a time.
 */
class EchoServerTest {

    private static final int LARGE = (8 << 20) + 1; // no multiple of any block that a server may read

    @Test
    @Task(1)
    @Points(4)
    @Hint(
            "A server socket that is given only a port listens on every address of the machine; give it the whole address")
    @Reading("addresses#loopback-wildcard")
    void listens_only_on_the_address_it_was_given(@Subject(EchoServer.class) Server server, Wire wire)
            throws IOException {
        InetSocketAddress address = server.start(wire.loopback());

        wire.connect(address);
        if (TcpTable.isVisible()) { // on Linux all of 127.0.0.0/8 is loopback, elsewhere only 127.0.0.1
            wire.expectRefused(new InetSocketAddress("127.0.0.2", address.getPort()));
        } else {
            wire.note("this system has one loopback address; not checked: whether another one is refused");
        }
    }

    @Test
    @Task(1)
    @Points(4)
    @Hint("Let the exception of a failed bind reach the caller, who asked for this port and no other")
    @Reading("tcp#calls")
    void reports_a_port_that_is_taken(@Subject(EchoServer.class) Server server, Wire wire) throws Exception {
        try (Listener other = wire.listen()) {
            InetSocketAddress taken = other.address();

            wire.start(() -> server.start(taken)).failure(IOException.class);
        }
    }

    @Test
    @Task(2)
    @Points(3)
    @Hint("A read returns as soon as one byte is there: answer with as many bytes as came, be it one")
    @Reading("tcp#partial-reads")
    void echoes_a_single_byte(@Subject(EchoServer.class) Server server, Wire wire) throws IOException {
        InetSocketAddress address = server.start(wire.loopback());
        Peer client = wire.connect(address);
        String first = wire.letters(1);
        String second = wire.letters(1);

        client.send(first).expect(first);
        client.send(second).expect(second);
    }

    @Test
    @Task(2)
    @Points(5)
    @Hint("Bytes are not text: 10 is not an end of line here, ff is not the end of the stream, and nothing is decoded")
    @Reading("tcp#bytes-not-text")
    void echoes_every_byte_value(@Subject(EchoServer.class) Server server, Wire wire) throws IOException {
        InetSocketAddress address = server.start(wire.loopback());
        Peer client = wire.connect(address);
        byte[] message = new byte[256];
        for (int i = 0; i < message.length; i++) {
            message[i] = (byte) i;
        }

        client.send(message).expect(message);
    }

    @Test
    @Task(2)
    @Points(6)
    @Hint("read tells you how many bytes have come: write exactly those, and a block at a time rather than a byte")
    @Reading("tcp#partial-reads")
    void echoes_a_large_message_byte_for_byte(@Subject(EchoServer.class) Server server, Wire wire) throws IOException {
        InetSocketAddress address = server.start(wire.loopback());
        Peer client = wire.connect(address);
        byte[] message = wire.bytes(LARGE);
        String next = wire.letters(12);

        client.exchange(message, message);

        client.send(next).expect(next); // nothing else has come in between
    }

    @Test
    @Task(3)
    @Points(5)
    @Hint("When a client has been served, go back to accept; the listening socket stays open all the while")
    @Reading("tcp#accept-loop")
    void serves_one_client_after_another(@Subject(EchoServer.class) Server server, Wire wire) throws IOException {
        InetSocketAddress address = server.start(wire.loopback());

        for (int i = 0; i < 5; i++) {
            visit(address, wire);
        }
    }

    @Test
    @Task(3)
    @Points(6)
    @Hint("A reset makes read or write throw: catch the exception where it ends this client and not the accept loop")
    @Reading("ending#reset-survive")
    void survives_a_client_that_resets(@Subject(EchoServer.class) Server server, Wire wire) throws IOException {
        InetSocketAddress address = server.start(wire.loopback());
        Peer client = wire.connect(address);
        String message = wire.letters(12);

        client.send(message).expect(message); // now the server has nothing left to do but to read
        client.reset();

        visit(address, wire);
    }

    @Test
    @Task(3)
    @Points(4)
    @Hint("Close each client's socket as soon as its stream has ended; try-with-resources does it on every way out")
    @Reading("ending#close-wait")
    void leaves_no_connection_in_close_wait(@Subject(EchoServer.class) Server server, Wire wire) throws IOException {
        InetSocketAddress address = server.start(wire.loopback());

        for (int i = 0; i < 5; i++) {
            visit(address, wire);
        }

        wire.expectNoneIn(TcpState.CLOSE_WAIT);
    }

    @Test
    @Task(4)
    @Points(4)
    @Hint("A thread that is blocked in accept looks at no flag; closing the listening socket makes accept throw")
    @Reading("tcp#listener-close")
    void close_releases_a_blocked_accept(@Subject(EchoServer.class) Server server, Wire wire) throws IOException {
        InetSocketAddress address = server.start(wire.loopback());
        visit(address, wire);
        wire.awaitRest(); // in accept

        server.close();

        wire.expectRefused(address);
    }

    @Test
    @Task(4)
    @Points(3)
    @Hint("Only one socket can listen on a port: close must close the one that listens, and it was bound by start")
    @Reading("ending#address-reuse")
    void another_server_can_start_on_the_same_port(
            @Subject(EchoServer.class) Server first, @Subject(EchoServer.class) Server second, Wire wire)
            throws IOException {
        InetSocketAddress address = first.start(wire.loopback());
        visit(address, wire);
        wire.awaitRest(); // in accept, where no flag is looked at
        first.close();
        wire.expectRefused(address);

        second.start(address);

        visit(address, wire);
    }

    @Test
    @Task(4)
    @Points(2)
    @Hint("Closing a socket again does nothing; let close do nothing the second time, either")
    @Reading("tcp#listener-close")
    void closing_a_second_time_does_nothing(@Subject(EchoServer.class) Server server, Wire wire) throws IOException {
        InetSocketAddress address = server.start(wire.loopback());
        wire.connect(address).close();
        server.close();

        server.close();
    }

    @Test
    @Task(4)
    @Points(2)
    @Hint("There may be no listening socket yet when close is called")
    @Reading("ending#try-with-resources")
    void closing_a_server_that_was_never_started_does_nothing(@Subject(EchoServer.class) Server server)
            throws IOException {
        server.close();
    }

    /** Connects, is answered, leaves. Does not ask whether the server notices. */
    private static void visit(InetSocketAddress address, Wire wire) throws IOException {
        String message = wire.letters(12);
        Peer client = wire.connect(address);
        client.send(message).expect(message);
        client.close(); // not after a failure: then it stays as it was, to be looked at
    }
}
