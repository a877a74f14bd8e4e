package portzero.echo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.check.OpenFileCheck;
import portzero.testkit.kernel.TcpSocket;
import portzero.testkit.kernel.TcpState;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/**
 * What else an echo server has to do.
 *
 * <p>A server may serve one client at a time: no test has a client wait for one that has not left.
 */
class EchoServerTest {

    private static final int CROWD = 20; // clients; the contract says that so many may wait
    private static final int FAILURES = 40; // the JVM opens fewer descriptors of its own meanwhile
    private static final int SOME = 32 << 10; // bytes; can be sent to a server that does not read yet
    private static final int MUCH = 16 << 20; // bytes; more than both sides of a connection take if nobody reads
    private static final int GROUP = 4; // clients with a large message each, at the same time
    private static final int EACH = 12 << 20; // bytes; so that the server has something left to send to all of them
    private static final int LARGE = (2 << 20) + 1; // no multiple of any block that a server may read

    @LabTest(
            task = 1,
            points = 4,
            hint =
                    "A server socket that is given only a port listens on every address of the machine; give it the whole address",
            notes = "addresses#loopback-wildcard")
    void listens_only_on_the_address_it_was_given(@Subject(EchoServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress asked = TcpTable.isVisible() ? new InetSocketAddress("127.0.0.2", 0) : network.loopback();

        InetSocketAddress address = server.start(asked);

        assertThat(address.getAddress()).as("address that it listens on").isEqualTo(asked.getAddress());
        network.connect(address);
        if (TcpTable.isVisible()) { // on Linux all of 127.0.0.0/8 is loopback, elsewhere only 127.0.0.1
            // not 127.0.0.1: another socket of the program may have got the same port there, and that is its right
            network.expectRefused(new InetSocketAddress("127.0.0.3", address.getPort()));
        } else {
            network.unchecked("this system has one loopback address", "whether another one is refused");
        }
    }

    @LabTest(
            task = 1,
            points = 4,
            hint = "Let the exception of a failed bind reach the caller, who asked for this port and no other",
            notes = "tcp#calls")
    void reports_a_port_that_is_taken(
            @Subject(EchoServer.class) Server first,
            @Subject(EchoServer.class) Server second,
            @Subject(EchoServer.class) Server third,
            TestNetwork network)
            throws Exception {
        InetSocketAddress taken = network.listen().address();
        network.start(() -> first.start(taken)).failure(IOException.class);

        InetSocketAddress shared = second.start(network.loopback()); // two of a kind could agree to share
        network.start(() -> third.start(shared)).failure(IOException.class);
    }

    @LabTest(
            task = 2,
            points = 3,
            hint = "A read returns as soon as one byte is there: answer with as many bytes as came, be it one",
            notes = "tcp#partial-reads")
    void echoes_a_single_byte(@Subject(EchoServer.class) Server server, TestNetwork network) throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        Peer client = network.connect(address);
        String first = network.letters(1);
        String second = network.letters(1);

        client.send(first).expect(first);
        client.send(second).expect(second);
    }

    @LabTest(
            task = 2,
            points = 2,
            hint =
                    "Write as soon as a read has returned: no sleep, no second look whether there may be more, no loop in between",
            notes = "tcp#partial-reads")
    void answers_at_once_and_then_sleeps(@Subject(EchoServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        Peer client = network.connect(address);

        boolean atOnce = !TcpTable.isVisible();
        for (int round = 0;
                round < 2 || (round < 6 && !atOnce);
                round++) { // a busy kernel may be late, too, but not each time
            String letter = network.letters(1);
            client.send(letter);
            network.expectIdle(); // whoever is asleep now has done all that there was to do
            atOnce = atOnce || unread(client) == 1;
            client.expect(letter);
        }
        assertThat(atOnce)
                .withFailMessage("Expected  the answer to be there%nbut       the server slept each time and owed it")
                .isTrue();
    }

    /** How many bytes lie at the test's end of a connection. */
    private static long unread(Peer client) throws IOException {
        SocketAddress local = client.localAddress();
        return TcpTable.read().stream()
                .filter(socket -> socket.local().equals(local))
                .mapToLong(TcpSocket::unread)
                .sum();
    }

    @LabTest(
            task = 2,
            points = 4,
            hint =
                    "Bytes are not text: 10 is not an end of line here, ff is not the end of the stream, and nothing is decoded",
            notes = "tcp#bytes-not-text")
    void echoes_every_byte_value(@Subject(EchoServer.class) Server server, TestNetwork network) throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        Peer client = network.connect(address);
        byte[] message = new byte[256];
        for (int i = 0; i < message.length; i++) {
            message[i] = (byte) i;
        }

        client.send(message).expect(message);
    }

    @LabTest(
            task = 2,
            points = 5,
            hint =
                    "read tells you how many bytes have come: write exactly those, and a block at a time rather than a byte",
            notes = "tcp#partial-reads")
    void echoes_a_large_message_byte_for_byte(@Subject(EchoServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        Peer client = network.connect(address);
        byte[] message = network.bytes(LARGE);
        String next = network.letters(12);

        client.exchange(message, message);

        client.send(next).expect(next); // nothing else has come in between
    }

    @LabTest(
            task = 2,
            points = 2,
            hint = "A write that does not block may take a part only: go on with the rest, when there is room again",
            notes = "tcp#write-all")
    void loses_nothing_when_the_client_reads_slowly(@Subject(EchoServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        byte[] bytes = network.bytes(MUCH);

        Peer client = network.connect(address);
        int sent = client.sendUntilStuck(bytes);

        client.expect(Arrays.copyOf(bytes, sent));
    }

    @LabTest(
            task = 3,
            points = 2,
            hint = "When a client has been served, go back to accept; the listening socket stays open all the while",
            notes = "tcp#accept-loop")
    void serves_one_client_after_another(@Subject(EchoServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());

        for (int i = 0; i < 5; i++) {
            visit(address, network);
        }
    }

    @LabTest(
            task = 3,
            points = 3,
            hint =
                    "Let those who come while you are busy wait, or give each a thread; refuse nobody, and answer each on its own socket",
            notes = "tcp#one-client-at-a-time")
    void serves_everyone_who_has_connected(@Subject(EchoServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        List<Peer> clients = new ArrayList<>();
        List<byte[]> messages = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            clients.add(network.connect(address));
            messages.add(network.bytes(SOME));
        }
        network.awaitRest(); // all whom it can take at a time have been accepted
        for (int i = 0; i < CROWD; i++) {
            clients.get(i).send(messages.get(i));
        }

        for (int i = 0; i < CROWD; i++) { // in the order in which they came
            clients.get(i).expect(messages.get(i)).close();
        }
        visit(address, network);
    }

    @LabTest(
            task = 3,
            points = 2,
            hint =
                    "What one client has sent is held in an array of its own: a block for all of them mixes what they say",
            notes = "tcp#whose-array")
    void keeps_the_bytes_of_many_clients_apart(@Subject(EchoServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        byte[][] messages = new byte[GROUP][];
        for (int i = 0; i < GROUP; i++) {
            messages[i] = network.bytes(EACH);
        }

        network.connectMany(address, GROUP).exchange(i -> messages[i], i -> messages[i]);
        network.connectMany(address, GROUP)
                .exchange(i -> messages[i], i -> messages[i]); // two threads may miss each other
    }

    @LabTest(
            task = 3,
            points = 2,
            hint =
                    "Close a connection only when all that came has been handed to it, and in order: no linger, no second thread behind",
            notes = "tcp#end-of-stream")
    void sends_what_is_left_before_it_closes(@Subject(EchoServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        byte[] bytes = network.bytes(MUCH);

        Peer client = network.connect(address);
        int sent = client.sendUntilStuck(bytes);
        client.endOutput();
        network.awaitRest();

        network.expectSame(Arrays.copyOf(bytes, sent), client.receiveUntilEnd());
    }

    @LabTest(
            task = 3,
            points = 3,
            hint =
                    "A reset makes read or write throw: catch the exception where it ends this client and not the accept loop",
            notes = "ending#reset-survive")
    void survives_a_client_that_resets(@Subject(EchoServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        Peer reading = network.connect(address);
        network.awaitRest(); // now the server has nothing left to do but to read
        reading.reset();
        visit(address, network);

        Peer writing = network.connect(address);
        writing.sendUntilStuck(new byte[MUCH]); // and now it cannot write
        writing.reset();
        visit(address, network);
    }

    @LabTest(
            task = 3,
            points = 2,
            hint =
                    "Close a client's socket on every way out, also when read or write throws: try-with-resources does it",
            notes = "ending#try-with-resources")
    void leaves_nothing_open_when_connections_fail(@Subject(EchoServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        visit(address, network);

        OpenFileCheck before = network.descriptors();
        for (int i = 0; i < FAILURES; i++) {
            network.connect(address).reset();
            if (i % 8 == 7) {
                network.awaitRest(); // a program with few threads keeps pace
            }
        }
        visit(address, network); // after all of them
        network.awaitRest();
        before.expectAtMostMore(FAILURES / 2);
    }

    @LabTest(
            task = 3,
            points = 2,
            hint =
                    "Close each client's socket as soon as its stream has ended; try-with-resources does it on every way out",
            notes = "ending#close-wait")
    void leaves_no_connection_in_close_wait(@Subject(EchoServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());

        for (int i = 0; i < 5; i++) {
            visit(address, network);
        }

        network.expectNoneIn(TcpState.CLOSE_WAIT);
    }

    @LabTest(
            task = 4,
            points = 2,
            hint =
                    "A thread that is blocked in accept looks at no flag; closing the listening socket makes accept throw",
            notes = "tcp#listener-close")
    void close_releases_a_blocked_accept(@Subject(EchoServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        network.awaitRest(); // in accept

        server.close();

        network.expectRefused(address);
    }

    @LabTest(
            task = 4,
            points = 2,
            hint =
                    "What belongs to one server is kept in its own fields, not in static ones: another object has its own socket",
            notes = "tcp#listener-close")
    void two_servers_have_nothing_in_common(
            @Subject(EchoServer.class) Server first, @Subject(EchoServer.class) Server second, TestNetwork network)
            throws IOException {
        InetSocketAddress one = first.start(network.loopback());
        InetSocketAddress two = second.start(network.loopback());
        network.awaitRest();

        first.close();

        network.expectRefused(one);
        network.connect(two).close();
        second.close();
        network.expectRefused(two);
    }

    @LabTest(
            task = 4,
            points = 3,
            hint =
                    "Close the listening socket and return: wait for no client, wait for no thread, and leave address reuse switched on",
            notes = "ending#address-reuse")
    void close_does_not_wait_for_a_client(
            @Subject(EchoServer.class) Server first, @Subject(EchoServer.class) Server second, TestNetwork network)
            throws IOException {
        InetSocketAddress address = first.start(network.loopback());
        Peer client = network.connect(address);
        network.awaitRest(); // in read
        client.expectOpen().hold();

        first.close();

        network.expectRefused(address);
        second.start(address);
        network.connect(address);
    }

    @LabTest(
            task = 4,
            points = 2,
            hint =
                    "A closed listener makes every accept throw: leave the loop then, and let a pool or a group end with it",
            notes = "tcp#listener-close")
    void no_thread_outlives_the_server(@Subject(EchoServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        Peer client = network.connect(address);
        network.awaitRest();
        server.close();

        client.close();

        network.expectNoThreads();
    }

    @LabTest(
            task = 4,
            points = 1,
            hint =
                    "Only one socket can listen on a port: close must close the one that listens, and it was bound by start",
            notes = "ending#address-reuse")
    void another_server_can_start_on_the_same_port(
            @Subject(EchoServer.class) Server first, @Subject(EchoServer.class) Server second, TestNetwork network)
            throws IOException {
        InetSocketAddress address = first.start(network.loopback());
        network.connect(address).close();
        network.awaitRest(); // in accept, where no flag is looked at
        first.close();
        network.expectRefused(address);

        InetSocketAddress again = second.start(address);

        assertThat(again).isEqualTo(address);
        network.connect(address);
    }

    @LabTest(
            task = 4,
            points = 1,
            hint = "Closing a socket again does nothing; let close do nothing the second time, either",
            notes = "tcp#listener-close")
    void closing_a_second_time_does_nothing(@Subject(EchoServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        network.connect(address).close();
        server.close();

        server.close();
    }

    @LabTest(
            task = 4,
            points = 1,
            hint = "There may be no listening socket yet when close is called",
            notes = "ending#try-with-resources")
    void closing_a_server_that_was_never_started_does_nothing(
            @Subject(EchoServer.class) Server idle, @Subject(EchoServer.class) Server failed, TestNetwork network)
            throws IOException {
        idle.close();

        try {
            failed.start(network.listen().address());
        } catch (IOException taken) {
            // as it should be; another test asks for it
        }
        failed.close();
    }

    /** Connects, and ends its stream when it has its turn: that the server ends its own then shows that it is served. */
    private static void visit(InetSocketAddress address, TestNetwork network) throws IOException {
        Peer client = network.connect(address);
        network.awaitRest();
        client.expectOpen().endOutput().expectEnd();
        client.close(); // not after a failure: then it stays as it was, to be looked at
    }
}
