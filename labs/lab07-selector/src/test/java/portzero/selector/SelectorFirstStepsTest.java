package portzero.selector;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Arrays;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.kernel.TcpState;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/** The tests that you can read, at least one for each task. The others look closer at the same things. */
class SelectorFirstStepsTest {

    private static final int LARGE = 5 << 20; // more than the network holds for a client that does not read

    @LabTest(
            task = 1,
            points = 4,
            hint =
                    "Accept when the listener is ready, read the 8 bytes when the client is, and clear the set of selected keys",
            notes = "selectors#select-loop")
    void a_request_is_answered_with_the_piece(@Subject(PieceServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(1000);
        Request request = Request.any(content, network.random());
        InetSocketAddress address = server.start(network.loopback(), content);

        network.connect(address).send(request.bytes()).expect(request.answer(content));
    }

    @LabTest(
            task = 1,
            points = 2,
            hint = "After a client has left, the loop goes back to select and serves the next one",
            notes = "selectors#select-loop")
    void clients_are_served_one_after_another(@Subject(PieceServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(1000);
        InetSocketAddress address = server.start(network.loopback(), content);

        for (int i = 0; i < 4; i++) {
            Request request = Request.any(content, network.random());
            network.connect(address)
                    .send(request.bytes())
                    .expect(request.answer(content))
                    .close();
        }
    }

    @LabTest(
            task = 2,
            points = 3,
            hint =
                    "Give each client an object with a buffer of its own, attached to its key: two requests may be half there",
            notes = "selectors#state-per-key")
    void a_client_in_the_middle_of_a_request_holds_up_nobody(
            @Subject(PieceServer.class) Server server, TestNetwork network) throws IOException {
        byte[] content = network.bytes(1000);
        Request first = Request.any(content, network.random());
        Request second = Request.any(content, network.random());
        InetSocketAddress address = server.start(network.loopback(), content);

        Peer slow = network.connect(address).send(part(first.bytes(), 0, 3)).awaitTaken();
        network.connect(address).send(second.bytes()).expect(second.answer(content));
        slow.send(part(first.bytes(), 3, Server.REQUEST)).expect(first.answer(content));
    }

    @LabTest(
            task = 2,
            points = 3,
            hint =
                    "Register every client with the one selector, and let its thread serve whoever is ready; start no others",
            notes = "selectors#select-loop")
    void twenty_clients_are_served_by_two_threads_at_most(
            @Subject(PieceServer.class) Server server, TestNetwork network) throws IOException {
        byte[] content = network.bytes(1000);
        InetSocketAddress address = server.start(network.loopback(), content);

        network.connectMany(address, 20)
                .send(i -> new Request(10 * i, 10).bytes())
                .expect(i -> new Request(10 * i, 10).answer(content));

        network.expectThreadsAtMost(2);
    }

    @LabTest(
            task = 3,
            points = 4,
            hint = "A write takes what there is room for: keep the buffer, and write the rest when the key is writable",
            notes = "selectors#partial-writes")
    void a_large_piece_arrives_whole_although_the_client_reads_late(
            @Subject(PieceServer.class) Server server, TestNetwork network) throws IOException {
        byte[] content = network.bytes(LARGE);
        InetSocketAddress address = server.start(network.loopback(), content);

        Peer client = network.connect(address).send(Request.all(content).bytes());
        network.awaitRest(); // it has written what there was room for

        client.expect(content);
    }

    @LabTest(
            task = 4,
            points = 3,
            hint = "A read that gives -1 is the end of the stream: close the channel, which cancels its key, too",
            notes = "selectors#end-of-stream")
    void the_connection_is_closed_after_the_client_has_ended(
            @Subject(PieceServer.class) Server server, TestNetwork network) throws IOException {
        byte[] content = network.bytes(1000);
        Request request = Request.any(content, network.random());
        InetSocketAddress address = server.start(network.loopback(), content);

        Peer client = network.connect(address).send(request.bytes()).expect(request.answer(content));
        client.endOutput().expectEnd();

        network.connect(address).send(request.bytes()).expect(request.answer(content));
    }

    @LabTest(
            task = 4,
            points = 3,
            hint =
                    "A stream that has ended stays readable for ever: close the channel, and select has nothing more to say of it",
            notes = "selectors#end-of-stream")
    void the_server_sleeps_after_clients_have_left(@Subject(PieceServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(1000);
        InetSocketAddress address = server.start(network.loopback(), content);

        for (int i = 0; i < 3; i++) {
            Request request = Request.any(content, network.random());
            network.connect(address)
                    .send(request.bytes())
                    .expect(request.answer(content))
                    .close();
        }

        network.expectIdle();
        network.expectNoneIn(TcpState.CLOSE_WAIT);
    }

    @LabTest(
            task = 5,
            points = 5,
            hint =
                    "While an answer is not written, wait for OP_WRITE alone: what you do not read, the network keeps for you",
            notes = "selectors#back-pressure")
    void requests_stay_in_the_network_while_an_answer_is_not_read(
            @Subject(PieceServer.class) Server server, TestNetwork network) throws IOException {
        byte[] content = network.bytes(LARGE);
        Request[] many = new Request[(96 << 10) / Server.REQUEST];
        Arrays.setAll(many, i -> new Request(i, 1));
        InetSocketAddress address = server.start(network.loopback(), content);

        Peer client = network.connect(address).send(Request.all(content).bytes());
        if (TcpTable.isVisible()) { // otherwise it cannot be seen, and there may be less room in the network
            client.send(Request.bytes(many));
            network.expectIdle();
            client.expectUnread((96 << 10) - (64 << 10));
        }

        client.expect(content);
        if (TcpTable.isVisible()) {
            client.expect(Request.answers(content, many));
        }
    }

    @LabTest(
            task = 6,
            points = 3,
            hint =
                    "The thread waits in select: wakeup() makes it return; a channel keeps its port while a selector holds it",
            notes = "selectors#wakeup")
    void close_wakes_the_selector_and_frees_the_port(@Subject(PieceServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback(), network.bytes(1000));
        network.awaitRest(); // it waits in select

        server.close();

        network.expectRefused(address);
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }
}
