package portzero.selector;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Arrays;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.net.Peer;
import portzero.testkit.net.PeerGroup;
import portzero.testkit.net.TestNetwork;

/** Answers that the network does not take at once. */
class LargePiecesTest {

    private static final int LARGE = 5 << 20; // more than the network holds for a client that does not read
    private static final int BEGINNING = 10_000;

    @LabTest(
            task = 3,
            points = 3,
            hint = "The next answer begins when the one before is written: neither may take the other's place",
            notes = "selectors#partial-writes")
    void twenty_mebibytes_pass_through_partial_writes(@Subject(PieceServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(LARGE);
        Request all = Request.all(content);
        Request[] requests = {all, Request.any(content, network.random()), all, all, all};
        InetSocketAddress address = server.start(network.loopback(), content);

        Peer client = network.connect(address).send(Request.bytes(requests));
        network.awaitRest();

        client.expect(Request.answers(content, requests));
    }

    @LabTest(
            task = 3,
            points = 4,
            hint = "Never wait for one client: leave a write that took nothing to OP_WRITE, and go back to select",
            notes = "selectors#partial-writes")
    void a_client_that_does_not_read_holds_up_nobody(@Subject(PieceServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(LARGE);
        InetSocketAddress address = server.start(network.loopback(), content);

        PeerGroup late =
                network.connectMany(address, 3).send(i -> Request.all(content).bytes());
        network.awaitRest(); // their answers are stuck
        Peer other = network.connect(address);
        for (int i = 0; i < 3; i++) {
            Request request = Request.any(content, network.random());
            other.send(request.bytes()).expect(request.answer(content));
        }

        network.expectThreadsAtMost(2);
        late.expect(i -> content);
    }

    @LabTest(
            task = 3,
            points = 2,
            hint =
                    "No client has to hurry: wait for each as long as it takes, and close no connection because nothing moves on it",
            notes = "selectors#interest")
    void a_slow_client_is_not_given_up(@Subject(PieceServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(LARGE);
        Request request = Request.any(content, network.random());
        InetSocketAddress address = server.start(network.loopback(), content);
        Peer served = network.connect(address).send(request.bytes()).expect(request.answer(content));
        Peer halfway = network.connect(address).send(Arrays.copyOf(request.bytes(), 3));
        Peer late = network.connect(address).send(Request.all(content).bytes());

        network.pause();

        served.send(request.bytes()).expect(request.answer(content));
        halfway.send(Arrays.copyOfRange(request.bytes(), 3, Server.REQUEST)).expect(request.answer(content));
        late.expect(content);
    }

    @LabTest(
            task = 3,
            points = 3,
            hint =
                    "Each answer needs a position of its own in the content: duplicate() or slice() give a view that has one",
            notes = "selectors#buffers")
    void two_large_answers_pass_side_by_side(@Subject(PieceServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(LARGE);
        InetSocketAddress address = server.start(network.loopback(), content);

        Request most = new Request(1, LARGE - 1);
        Peer first = network.connect(address)
                .send(Request.all(content).bytes())
                .expect(Arrays.copyOf(content, BEGINNING)); // so this is the one that the server is at
        Peer second = network.connect(address).send(most.bytes());
        network.awaitRest();

        second.expect(most.answer(content));
        first.expect(Arrays.copyOfRange(content, BEGINNING, LARGE));
    }

    @LabTest(
            task = 3,
            points = 4,
            hint =
                    "Take OP_WRITE out of the interest set as soon as nothing is left to write, or select returns for ever",
            notes = "selectors#interest")
    void the_server_sleeps_after_a_large_answer(@Subject(PieceServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(LARGE);
        InetSocketAddress address = server.start(network.loopback(), content);

        Peer client = network.connect(address).send(Request.all(content).bytes());
        network.expectIdle(); // it has written what there was room for
        client.expect(content);

        network.expectIdle();
    }

    @LabTest(
            task = 5,
            points = 5,
            hint =
                    "Write from a view of the content: a copy of each piece is memory in the hands of clients that do not read",
            notes = "selectors#back-pressure")
    void sixteen_answers_that_nobody_reads_need_no_memory(
            @Subject(PieceServer.class) Server server, TestNetwork network) throws IOException {
        byte[] content = network.bytes(LARGE);
        Request request = Request.any(content, network.random());
        InetSocketAddress address = server.start(network.loopback(), content);

        Peer late = network.connect(address).send(Request.all(content).bytes());
        network.connectMany(address, 15).send(i -> Request.all(content).bytes());
        network.awaitRest();

        network.connect(address).send(request.bytes()).expect(request.answer(content));
        late.expect(content);
    }
}
