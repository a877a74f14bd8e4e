package portzero.selector;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.check.OpenFileCheck;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/** Clients that leave, in every way; and the server's own end. */
class LeavingTest {

    private static final int LARGE = 5 << 20; // more than the network holds for a client that does not read

    @LabTest(
            task = 4,
            points = 3,
            hint =
                    "The client has ended its half only: what it has asked for before is still to be sent, and then close",
            notes = "selectors#end-of-stream")
    void all_that_was_asked_for_is_sent_before_the_end(@Subject(PieceServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(LARGE);
        Request small = Request.any(content, network.random());
        Request[] two = {small, Request.all(content)};
        Request[] three = {small, Request.all(content), small};
        InetSocketAddress address = server.start(network.loopback(), content);

        Peer first = network.connect(address).send(Request.bytes(two)).endOutput();
        Peer second = network.connect(address)
                .send(Request.bytes(three))
                .send(new byte[3])
                .endOutput();
        network.expectIdle(); // most of the large pieces is stuck

        network.expectSame(Request.answers(content, two), first.receiveUntilEnd());
        network.expectSame(Request.answers(content, three), second.receiveUntilEnd());
    }

    @LabTest(
            task = 4,
            points = 2,
            hint = "The end may come in the middle of a request: close the connection all the same, and answer nothing",
            notes = "selectors#end-of-stream")
    void part_of_a_request_before_the_end_is_ignored(@Subject(PieceServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] part = Arrays.copyOf(new Request(0, 256).bytes(), Server.REQUEST - 1); // whole but for a 0
        InetSocketAddress address = server.start(network.loopback(), network.bytes(1000));

        network.connect(address).send(part).awaitTaken().endOutput().expectEnd();
    }

    @LabTest(
            task = 4,
            points = 2,
            hint = "Catch the exception of a read where you serve one key, and close that channel; the loop must go on",
            notes = "selectors#reset")
    void a_reset_between_requests_harms_nobody(@Subject(PieceServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(1000);
        Request request = Request.any(content, network.random());
        InetSocketAddress address = server.start(network.loopback(), content);

        Peer other = network.connect(address).send(request.bytes()).expect(request.answer(content));
        network.connect(address)
                .send(request.bytes())
                .expect(request.answer(content))
                .reset();

        other.send(request.bytes()).expect(request.answer(content));
        network.connect(address).send(request.bytes()).expect(request.answer(content));
    }

    @LabTest(
            task = 4,
            points = 2,
            hint = "A write fails, too, when the client has gone: close that channel and go on with the others",
            notes = "selectors#reset")
    void a_reset_in_the_middle_of_an_answer_harms_nobody(@Subject(PieceServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(LARGE);
        Request request = Request.any(content, network.random());
        InetSocketAddress address = server.start(network.loopback(), content);

        Peer other = network.connect(address).send(request.bytes()).expect(request.answer(content));
        Peer leaving = network.connect(address).send(Request.all(content).bytes());
        network.awaitRest(); // most of the answer is stuck
        leaving.reset();

        other.send(request.bytes()).expect(request.answer(content));
        network.connect(address).send(request.bytes()).expect(request.answer(content));
        network.expectIdle();
    }

    @LabTest(
            task = 4,
            points = 2,
            hint = "Check both numbers before you use them; what a client sends must never be able to end the loop",
            notes = "selectors#bad-requests")
    void a_bad_request_closes_its_connection_and_no_other(
            @Subject(PieceServer.class) Server server, TestNetwork network) throws IOException {
        byte[] content = network.bytes(1000);
        Request request = Request.any(content, network.random());
        InetSocketAddress address = server.start(network.loopback(), content);
        Peer other = network.connect(address).send(request.bytes()).expect(request.answer(content));

        List<Request> bad = List.of(
                new Request(-1, 1),
                new Request(1, -1),
                new Request(-1, 0),
                new Request(1000, 1),
                new Request(997, 4),
                new Request(1001, 0));
        List<Peer> clients = new ArrayList<>();
        for (Request one : bad) {
            clients.add(network.connect(address).send(one.bytes()));
        }

        for (Peer client : clients) {
            client.expectEnd();
        }
        other.send(request.bytes()).expect(request.answer(content));
    }

    @LabTest(
            task = 4,
            points = 1,
            hint = "offset + length may be more than an int holds, and come out negative: compare without adding",
            notes = "selectors#bad-requests")
    void a_piece_that_reaches_beyond_all_numbers_is_bad(@Subject(PieceServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(1000);
        Request request = Request.any(content, network.random());
        InetSocketAddress address = server.start(network.loopback(), content);
        Peer other = network.connect(address).send(request.bytes()).expect(request.answer(content));

        network.connect(address)
                .send(new Request(10, Integer.MAX_VALUE).bytes())
                .expectEnd();
        network.connect(address)
                .send(new Request(Integer.MAX_VALUE, Integer.MAX_VALUE).bytes())
                .expectEnd();

        other.send(request.bytes()).expect(request.answer(content));
    }

    @LabTest(
            task = 4,
            points = 2,
            hint =
                    "Close the channel of whoever leaves, in whatever way; a channel that is only cancelled keeps its descriptor",
            notes = "trouble#leaks")
    void clients_that_have_left_leave_nothing_behind(@Subject(PieceServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(1000);
        Request request = Request.any(content, network.random());
        InetSocketAddress address = server.start(network.loopback(), content);
        Peer other = network.connect(address).send(request.bytes()).expect(request.answer(content));

        OpenFileCheck before = network.descriptors();
        for (int i = 0; i < 20; i++) {
            network.connect(address)
                    .send(request.bytes())
                    .expect(request.answer(content))
                    .close();
            network.connect(address)
                    .send(request.bytes())
                    .expect(request.answer(content))
                    .reset();
            network.connect(address)
                    .send(new Request(-1, 1).bytes())
                    .expectEnd()
                    .close();
        }
        other.send(request.bytes()).expect(request.answer(content));

        network.expectIdle();
        before.expectAtMostMore(12);
    }

    @LabTest(
            task = 6,
            points = 2,
            hint =
                    "Closing the listener or the selector leaves accepted clients open: close the channel of each key, too",
            notes = "selectors#wakeup")
    void close_ends_open_connections(@Subject(PieceServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(LARGE);
        Request request = Request.any(content, network.random());
        InetSocketAddress address = server.start(network.loopback(), content);
        Peer silent = network.connect(address).send(request.bytes()).expect(request.answer(content));
        Peer late = network.connect(address).send(Request.all(content).bytes());
        network.awaitRest(); // most of its answer is stuck

        server.close();

        silent.expectEnd();
        byte[] cutOff = late.receiveUntilEnd();
        network.expectSame(Arrays.copyOf(content, cutOff.length), cutOff);
        network.expectRefused(address);
    }

    @LabTest(
            task = 6,
            points = 2,
            hint = "Set a flag that the loop looks at, wake the selector, and wait until the thread has ended",
            notes = "selectors#wakeup")
    void close_leaves_no_thread(@Subject(PieceServer.class) Server server, TestNetwork network) throws IOException {
        byte[] content = network.bytes(1000);
        Request request = Request.any(content, network.random());
        InetSocketAddress address = server.start(network.loopback(), content);
        network.connectMany(address, 200).send(i -> request.bytes()).expect(i -> request.answer(content));
        network.awaitRest(); // it waits in select

        server.close();

        network.expectAtWork(0);
        network.expectThreadsAtMost(0);
    }

    @LabTest(
            task = 6,
            points = 1,
            hint = "There may be no thread to wake and no key to close yet when close is called, or none any more",
            notes = "selectors#wakeup")
    void a_server_can_be_closed_unstarted_and_twice(
            @Subject(PieceServer.class) Server idle, @Subject(PieceServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback(), network.bytes(1000));
        network.awaitRest(); // it waits in select

        idle.close();
        server.close();
        server.close();

        network.expectRefused(address);
    }
}
