package portzero.selector;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.net.Peer;
import portzero.testkit.net.PeerGroup;
import portzero.testkit.net.TestNetwork;

/** How requests arrive, from one client and from many. */
class RequestsTest {

    @LabTest(
            task = 1,
            points = 3,
            hint =
                    "A read gives what is there, be it one byte: answer when the buffer of the request is full, and not before",
            notes = "selectors#non-blocking")
    void a_request_may_come_byte_by_byte(@Subject(PieceServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(1000);
        Request request = Request.any(content, network.random());
        InetSocketAddress address = server.start(network.loopback(), content);

        network.connect(address).drip(request.bytes()).expect(request.answer(content));
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "One read may bring several requests: read no further than one, or keep what belongs to the next ones",
            notes = "selectors#state-per-key")
    void requests_that_come_together_are_answered_in_order(
            @Subject(PieceServer.class) Server server, TestNetwork network) throws IOException {
        byte[] content = network.bytes(1000);
        Request[] requests = new Request[500];
        Arrays.setAll(requests, i -> i % 7 == 2 ? new Request(i, 0) : Request.any(content, network.random()));
        InetSocketAddress address = server.start(network.loopback(), content);

        network.connect(address).send(Request.bytes(requests)).expect(Request.answers(content, requests));
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "Answer each request as soon as it is there; the bytes behind it are the beginning of the next one: keep them",
            notes = "selectors#state-per-key")
    void a_piece_is_sent_before_the_next_request_is_complete(
            @Subject(PieceServer.class) Server server, TestNetwork network) throws IOException {
        byte[] content = network.bytes(1000);
        Request[] requests = {
            Request.any(content, network.random()),
            Request.any(content, network.random()),
            Request.any(content, network.random())
        };
        byte[] bytes = Request.bytes(requests);
        InetSocketAddress address = server.start(network.loopback(), content);
        Peer client = network.connect(address);

        client.send(Arrays.copyOfRange(bytes, 0, 12)).expect(requests[0].answer(content));
        client.awaitTaken().send(Arrays.copyOfRange(bytes, 12, 17)).expect(requests[1].answer(content));
        client.awaitTaken().send(Arrays.copyOfRange(bytes, 17, 24)).expect(requests[2].answer(content));
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "flip() turns a buffer from filling to taking out, clear() turns it back; an answer may also be empty",
            notes = "selectors#buffers")
    void one_client_asks_again_and_again(@Subject(PieceServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(1000);
        InetSocketAddress address = server.start(network.loopback(), content);
        Peer client = network.connect(address);

        client.send(Request.all(content).bytes()).expect(content);
        client.send(new Request(content.length, 0).bytes()).awaitTaken(); // the empty piece at the very end
        client.send(new Request(content.length - 1, 1).bytes()).expect(new byte[] {content[content.length - 1]});
        client.send(new Request(0, 2).bytes()).expect(new byte[] {content[0], content[1]});
    }

    @LabTest(
            task = 2,
            points = 3,
            hint =
                    "Requests of several clients grow side by side: none of their bytes may end up in another client's buffer",
            notes = "selectors#state-per-key")
    void requests_of_five_clients_grow_side_by_side(@Subject(PieceServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(1000);
        InetSocketAddress address = server.start(network.loopback(), content);
        List<Peer> clients = new ArrayList<>();
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clients.add(network.connect(address));
            requests.add(Request.any(content, network.random()));
        }

        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        for (int part = 0; part < Server.REQUEST; part += 2) {
            Collections.shuffle(order, network.random());
            for (int i : order) {
                byte[] bytes = requests.get(i).bytes();
                clients.get(i).send(new byte[] {bytes[part], bytes[part + 1]}).awaitTaken();
            }
        }

        for (int i = 4; i >= 0; i--) {
            clients.get(i).expect(requests.get(i).answer(content));
        }
    }

    @LabTest(
            task = 2,
            points = 4,
            hint =
                    "Wait for OP_READ alone when there is nothing to write: a channel with room in its buffer is always writable",
            notes = "selectors#interest")
    void the_server_sleeps_while_its_clients_are_silent(@Subject(PieceServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(1000);
        Request request = Request.any(content, network.random());
        InetSocketAddress address = server.start(network.loopback(), content);
        Peer served = network.connect(address).send(request.bytes()).expect(request.answer(content));
        Peer halfway = network.connect(address).send(new byte[3]).awaitTaken();

        network.expectIdle();
        network.expectUndisturbed();

        served.expectOpen();
        halfway.expectOpen();
    }

    @LabTest(
            task = 2,
            points = 4,
            hint =
                    "A thread, and even a pool, for the clients is what this lab does without: one select serves them all",
            notes = "selectors#worth-it")
    void five_hundred_clients_need_no_more_threads(@Subject(PieceServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(2000);
        InetSocketAddress address = server.start(network.loopback(), content);

        PeerGroup first = network.connectMany(address, 100);
        network.expectThreadsAtMost(2);
        PeerGroup others = network.connectMany(address, 400);
        others.send(i -> new Request(i, 5).bytes()).expect(i -> new Request(i, 5).answer(content));
        first.send(i -> new Request(i, 7).bytes()).expect(i -> new Request(i, 7).answer(content));

        network.expectThreadsAtMost(2);
    }

    @LabTest(
            task = 2,
            points = 3,
            hint =
                    "Go back to select after a request or a few: a loop that serves one client while it asks serves nobody else",
            notes = "selectors#select-loop")
    void a_client_that_asks_without_end_holds_up_nobody(@Subject(PieceServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(1000);
        InetSocketAddress address = server.start(network.loopback(), content);
        Request request = Request.any(content, network.random());
        Peer other = network.connect(address).send(request.bytes()).expect(request.answer(content));
        byte[] asking = new byte[1024 * Server.REQUEST];
        for (int i = Server.REQUEST - 1; i < asking.length; i += Server.REQUEST) {
            asking[i] = 1; // the length of a piece at offset 0
        }

        for (int i = 0; i < 4; i++) {
            network.connect(address).keepSending(asking);
        }
        for (int i = 0; i < 50; i++) {
            other.send(request.bytes()).expect(request.answer(content));
        }
    }
}
