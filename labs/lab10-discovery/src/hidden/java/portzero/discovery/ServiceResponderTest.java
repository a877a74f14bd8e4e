package portzero.discovery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Locale;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.net.DatagramPeer;
import portzero.testkit.net.TestNetwork;

/** What else a responder has to do. The test is its finders. */
class ServiceResponderTest {

    private static final int LONGEST = 60;

    @LabTest(
            task = 7,
            points = 2,
            hint = "The answer goes to the address and port of this query, and to nobody else",
            notes = "discovery#query")
    void each_finder_is_answered_at_its_own_port(
            @Subject(ServiceResponder.class) Responder responder, TestNetwork network) throws IOException {
        InetSocketAddress group = network.group();
        DatagramPeer listener = network.share(group);
        DatagramPeer one = network.datagrams();
        DatagramPeer two = network.datagrams();
        Service service = service(network);

        responder.start(group, network.loopbackInterface(), service);
        for (DatagramPeer finder : new DatagramPeer[] {one, two, one}) {
            int id = network.random().nextInt();
            finder.send(Datagrams.query(id, service.type()), group);
            finder.expect(Datagrams.answer(id, service.port(), service.name()));
            listener.expect(Datagrams.query(id, service.type()));
        }

        two.expectNone();
        listener.expectNone();
    }

    @LabTest(
            task = 7,
            points = 2,
            hint = "Check the length, the 01 and every byte of the type, and go on after what is no query of yours",
            notes = "udp#malformed")
    void what_is_no_query_for_it_gets_no_answer(
            @Subject(ServiceResponder.class) Responder responder, TestNetwork network) throws IOException {
        InetSocketAddress group = network.group();
        DatagramPeer finder = network.datagrams();
        Service service = service(network);
        String type = service.type();
        byte[] query = Datagrams.query(7, type);
        byte[] answer = query.clone();
        answer[0] = 2;

        responder.start(group, network.loopbackInterface(), service);
        for (int length : new int[] {0, 1, 4, 5, query.length - 1}) {
            finder.send(Arrays.copyOf(query, length), group);
        }
        finder.send(answer, group);
        for (String other : new String[] {
            type + "s",
            type.substring(1),
            type.toUpperCase(Locale.ROOT),
            "*",
            type + " ",
            " " + type,
            type + "\n",
            type + "\0"
        }) {
            finder.send(Datagrams.query(7, other), group);
        }
        finder.send(Datagrams.query(7, type + network.letters(1_000)), group);
        finder.send(Datagrams.query(8, type), group);

        finder.expect(Datagrams.answer(8, service.port(), service.name()));
        finder.expectNone();
    }

    @LabTest(
            task = 7,
            points = 2,
            hint = "Responders share a port as members do, and each has its own socket and its own service",
            notes = "discovery#sharing")
    void two_responders_answer_one_query(
            @Subject(ServiceResponder.class) Responder one,
            @Subject(ServiceResponder.class) Responder two,
            TestNetwork network)
            throws IOException {
        InetSocketAddress group = network.group();
        DatagramPeer finder = network.datagrams();
        Service first = service(network);
        Service second = new Service(first.type(), first.name() + "-2", 1);

        one.start(group, network.loopbackInterface(), first);
        two.start(group, network.loopbackInterface(), second);
        finder.send(Datagrams.query(7, first.type()), group);
        byte[][] answers = {finder.receive().payload(), finder.receive().payload()};

        byte[] ofFirst = Datagrams.answer(7, first.port(), first.name());
        int at = Arrays.equals(answers[0], ofFirst) ? 0 : 1; // they may come in any order
        network.expectSame(ofFirst, answers[at]);
        network.expectSame(Datagrams.answer(7, second.port(), second.name()), answers[1 - at]);
    }

    @LabTest(
            task = 7,
            points = 1,
            hint = "A port has two bytes, and no sign; texts have 1 to 60 characters",
            notes = "discovery#query")
    void the_longest_and_the_shortest_service_is_answered(
            @Subject(ServiceResponder.class) Responder one,
            @Subject(ServiceResponder.class) Responder two,
            TestNetwork network)
            throws IOException {
        expectAnswer(
                one,
                new Service("A-" + network.letters(LONGEST - 2), "9-" + network.letters(LONGEST - 2), 65_535),
                network);
        expectAnswer(two, new Service("X", "y", 1), network);
    }

    private static void expectAnswer(Responder responder, Service service, TestNetwork network) throws IOException {
        InetSocketAddress group = network.group();
        DatagramPeer finder = network.datagrams();
        responder.start(group, network.loopbackInterface(), service);
        finder.send(Datagrams.query(-1, service.type()), group);
        finder.expect(Datagrams.answer(-1, service.port(), service.name()));
    }

    @LabTest(
            task = 7,
            points = 1,
            hint = "Each query is answered once, and the same query again is another one: remember none",
            notes = "discovery#query")
    void each_query_is_answered_once(@Subject(ServiceResponder.class) Responder responder, TestNetwork network)
            throws IOException {
        InetSocketAddress group = network.group();
        DatagramPeer finder = network.datagrams();
        Service service = service(network);

        responder.start(group, network.loopbackInterface(), service);
        for (int i = 0; i < 3; i++) {
            finder.send(Datagrams.query(7, service.type()), group);
            finder.expect(Datagrams.answer(7, service.port(), service.name()));
        }

        finder.expectNone();
    }

    @LabTest(
            task = 7,
            points = 1,
            hint = "close has to close the socket: that ends a receive that waits, and with it the thread",
            notes = "udp#closing")
    void close_ends_the_thread_and_frees_the_port(
            @Subject(ServiceResponder.class) Responder idle,
            @Subject(ServiceResponder.class) Responder responder,
            TestNetwork network)
            throws IOException {
        InetSocketAddress group = network.group();
        DatagramPeer finder = network.datagrams();
        Service service = service(network);

        responder.start(group, network.loopbackInterface(), service);
        finder.send(Datagrams.query(7, service.type()), group);
        finder.expect(Datagrams.answer(7, service.port(), service.name()));
        idle.close();
        responder.close();
        finder.send(Datagrams.query(8, service.type()), group);
        responder.close();

        network.expectFree(new InetSocketAddress(group.getPort()));
        network.expectMembers(group, 0);
        network.expectNoThreads();
        finder.expectNone();
    }

    @LabTest(
            task = 7,
            points = 1,
            hint = "Join before start returns, and let the exception out: in a thread of yours nobody hears of it",
            notes = "discovery#interface")
    void a_responder_joins_on_the_chosen_interface_or_fails(
            @Subject(ServiceResponder.class) Responder lost,
            @Subject(ServiceResponder.class) Responder responder,
            TestNetwork network)
            throws Exception {
        InetSocketAddress group = network.group();
        Service service = service(network);

        network.start(() -> {
                    lost.start(group, "nowhere9", service);
                    return true;
                })
                .failure(IOException.class);
        lost.close();
        responder.start(group, network.loopbackInterface(), service);

        network.expectMembers(group, 1);
    }

    @LabTest(
            task = 9,
            points = 2,
            hint =
                    "A datagram to a broadcast address does not come to a socket that is bound to another address, such as the group's:"
                            + " bind to the wildcard",
            notes = "discovery#binding")
    void a_query_by_broadcast_is_answered(@Subject(ServiceResponder.class) Responder responder, TestNetwork network)
            throws IOException {
        InetSocketAddress broadcast = network.broadcast();
        InetSocketAddress group = new InetSocketAddress(network.group().getAddress(), broadcast.getPort());
        DatagramPeer finder = network.datagrams();
        Service service = service(network);

        responder.start(group, network.loopbackInterface(), service);
        finder.send(Datagrams.query(7, service.type()), broadcast);
        finder.expect(Datagrams.answer(7, service.port(), service.name()));
        finder.send(Datagrams.query(8, service.type()), group);
        finder.expect(Datagrams.answer(8, service.port(), service.name()));

        finder.expectNone();
    }

    private static Service service(TestNetwork network) {
        int port = 1 + network.random().nextInt(65_535);
        return new Service(network.letters(7), network.letters(5), port);
    }
}
