package portzero.discovery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.await.PendingCall;
import portzero.testkit.check.OpenFileCheck;
import portzero.testkit.net.Datagram;
import portzero.testkit.net.DatagramPeer;
import portzero.testkit.net.TestNetwork;

/** What else a finder has to do. The test is its responders, and strangers. */
class ServiceFinderTest {

    private static final Duration LONGER = Duration.ofMillis(250); // no pause of a flood lasts so long
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final int MORE_THAN_A_BYTE_HAS = 270;
    private static final int MOST_LEFT_OPEN = 30; // the JVM opens some files of its own meanwhile
    private static final int LONGEST = 60;
    private static final String TYPE = "printer";

    @LabTest(
            task = 8,
            points = 1,
            hint =
                    "That nobody answers is no failure: the list is empty then, whatever an earlier search has found. Ask once only",
            notes = "discovery#gather")
    void nothing_is_found_where_nobody_answers(@Subject(ServiceFinder.class) Finder finder, TestNetwork network)
            throws Exception {
        InetSocketAddress group = network.group();
        DatagramPeer listener = network.share(group);
        DatagramPeer responder = network.datagrams();

        search(finder, group, listener, network)
                .expect(Set.of(found(responder, "hall", 80)), query -> answer(responder, query, "hall", 80));
        search(finder, group, listener, network).expect(Set.of(), query -> {}); // the one before is not there any more

        listener.expectNone();
    }

    private static Search search(Finder finder, InetSocketAddress group, DatagramPeer listener, TestNetwork network)
            throws IOException {
        String loopback = network.loopbackInterface();
        return new Search(network, listener, wait -> finder.find(TYPE, group, loopback, wait));
    }

    @LabTest(
            task = 8,
            points = 2,
            hint = "Name, port and the address that the answer came from make a service: put what you find into a set",
            notes = "discovery#answers")
    void each_service_is_found_once(@Subject(ServiceFinder.class) Finder finder, TestNetwork network) throws Exception {
        InetSocketAddress group = network.group();
        DatagramPeer listener = network.share(group);
        DatagramPeer one = network.datagrams();
        DatagramPeer neighbour = network.datagrams(); // the same address, another port
        Optional<DatagramPeer> elsewhere = network.namesake(one);
        String name = network.letters(5);
        Set<FoundService> expected = new HashSet<>();
        expected.add(found(one, name, 80));
        expected.add(found(one, name, 81));
        expected.add(found(one, name + "-2", 80));
        elsewhere.ifPresent(peer -> expected.add(found(peer, name, 80)));

        search(finder, group, listener, network).expect(expected, query -> {
            for (DatagramPeer peer : new DatagramPeer[] {one, one, neighbour}) {
                answer(peer, query, name, 80);
            }
            answer(one, query, name, 81);
            answer(neighbour, query, name + "-2", 80);
            if (elsewhere.isPresent()) {
                answer(elsewhere.get(), query, name, 80);
            }
        });
    }

    private static FoundService found(DatagramPeer responder, String name, int port) {
        return new FoundService(name, new InetSocketAddress(responder.address().getAddress(), port));
    }

    private static void answer(DatagramPeer peer, Datagram query, String name, int port) throws IOException {
        peer.send(Datagrams.answer(Datagrams.id(query), port, name), query.from());
    }

    @LabTest(
            task = 8,
            points = 3,
            hint =
                    "Check everything that you use: 02 at the front, a whole id, a port that is not 0, and each character of a name"
                            + " that is neither empty nor too long",
            notes = "discovery#answers")
    void what_is_no_answer_is_ignored(@Subject(ServiceFinder.class) Finder finder, TestNetwork network)
            throws Exception {
        InetSocketAddress group = network.group();
        DatagramPeer listener = network.share(group);
        DatagramPeer responder = network.datagrams();
        DatagramPeer stranger = network.stranger();
        String name = network.letters(5);
        String tooLong = network.letters(LONGEST + 1);
        byte[] endless = network.letters(2_000).getBytes(ISO_8859_1);

        search(finder, group, listener, network).expect(Set.of(found(responder, name, 80)), query -> {
            int id = Datagrams.id(query);
            byte[] right = Datagrams.answer(id, 80, "wrong");
            for (int length = 0; length <= 7; length++) { // the last one has an empty name
                stranger.send(Arrays.copyOf(right, length), query.from());
            }
            stranger.send(query.payload(), query.from());
            for (int kind : new int[] {0, 1, 3, 0x82}) {
                byte[] other = right.clone();
                other[0] = (byte) kind;
                stranger.send(other, query.from());
            }
            stranger.send(Datagrams.answer(id, 0, "wrong"), query.from());
            stranger.send(Datagrams.answer(id, 80, tooLong), query.from());
            stranger.send(ByteBuffer.wrap(endless).put(right).array(), query.from());
            for (byte wrong : new byte[] {0, ' ', '\n', '_', '.', '/', ':', '@', '[', '`', '{', (byte) 0xe4}) {
                byte[] other = right.clone();
                other[other.length - 1] = wrong;
                stranger.send(other, query.from());
            }
            answer(responder, query, name, 80);
        });
    }

    @LabTest(
            task = 8,
            points = 2,
            hint =
                    "An answer may belong to an earlier query, or to somebody else's: all four bytes of its id must be yours",
            notes = "discovery#answers")
    void an_answer_to_another_query_is_ignored(@Subject(ServiceFinder.class) Finder finder, TestNetwork network)
            throws Exception {
        InetSocketAddress group = network.group();
        DatagramPeer listener = network.share(group);
        DatagramPeer responder = network.datagrams();
        String name = network.letters(5);
        int earlier = idOfQuery(finder, group, listener, network);

        search(finder, group, listener, network).expect(Set.of(found(responder, name, 80)), query -> {
            int id = Datagrams.id(query);
            responder.send(Datagrams.answer(earlier, 80, "earlier"), query.from());
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                responder.send(Datagrams.answer(id ^ 1 << shift, 80, "wrong"), query.from());
            }
            answer(responder, query, name, 80);
        });
    }

    private static int idOfQuery(Finder finder, InetSocketAddress group, DatagramPeer listener, TestNetwork network)
            throws Exception {
        String loopback = network.loopbackInterface();
        PendingCall<List<FoundService>> searching = network.start(() -> finder.find(TYPE, group, loopback, SHORTEST));
        int id = Datagrams.id(listener.receive());
        searching.result();
        return id;
    }

    @LabTest(
            task = 8,
            points = 1,
            hint = "Give each query an id that no earlier one had: one byte has 256 of them, and four have enough",
            notes = "discovery#answers")
    void many_queries_have_ids_of_their_own(@Subject(ServiceFinder.class) Finder finder, TestNetwork network)
            throws Exception {
        InetSocketAddress group = network.group();
        DatagramPeer listener = network.share(group);
        Set<Integer> ids = new HashSet<>();

        for (int i = 1; i <= MORE_THAN_A_BYTE_HAS; i++) {
            ids.add(idOfQuery(finder, group, listener, network));
        }

        assertThat(ids)
                .withFailMessage(
                        "Expected %d queries to have as many ids, but they had %d", MORE_THAN_A_BYTE_HAS, ids.size())
                .hasSize(MORE_THAN_A_BYTE_HAS);
    }

    @LabTest(
            task = 8,
            points = 1,
            hint =
                    "A port has two bytes, and no sign; a name has 1 to 60 characters, and your buffer has room for them",
            notes = "udp#length")
    void the_longest_and_the_shortest_answer_is_an_answer(
            @Subject(ServiceFinder.class) Finder finder, TestNetwork network) throws Exception {
        InetSocketAddress group = network.group();
        DatagramPeer listener = network.share(group);
        DatagramPeer responder = network.datagrams();
        String longest = "Az-09" + network.letters(LONGEST - 5);

        search(finder, group, listener, network)
                .expect(Set.of(found(responder, longest, 65_535), found(responder, "Z", 1)), query -> {
                    answer(responder, query, longest, 65_535);
                    answer(responder, query, "Z", 1);
                });
    }

    @LabTest(
            task = 8,
            points = 1,
            hint = "Work out once when the time is over: whoever goes on sending must not keep you waiting",
            notes = "udp#timeouts")
    void a_flood_of_wrong_answers_makes_the_search_no_longer(
            @Subject(ServiceFinder.class) Finder finder, TestNetwork network) throws Exception {
        InetSocketAddress group = network.group();
        DatagramPeer listener = network.share(group);
        String loopback = network.loopbackInterface();

        PendingCall<List<FoundService>> searching = network.start(() -> finder.find(TYPE, group, loopback, LONGER));
        network.stranger().flood(network.bytes(5), listener.receive().from());

        assertThat(searching.result())
                .withFailMessage("Expected to find nothing, but it was something")
                .isEmpty();
    }

    @LabTest(
            task = 8,
            points = 1,
            hint =
                    "Each search has its own socket, id and list, and each finder its own fields: share nothing in static ones",
            notes = "discovery#gather")
    void two_finders_search_at_the_same_time(
            @Subject(ServiceFinder.class) Finder one, @Subject(ServiceFinder.class) Finder two, TestNetwork network)
            throws Exception {
        InetSocketAddress group = network.group();
        DatagramPeer listener = network.share(group);
        DatagramPeer responder = network.datagrams();
        String loopback = network.loopbackInterface();
        String name = network.letters(5);

        search(one, group, listener, network).expect(Set.of(found(responder, name, 80)), ofOne -> {
            PendingCall<List<FoundService>> other = network.start(() -> two.find(TYPE, group, loopback, SHORTEST));
            Datagram ofTwo = listener.receive();
            responder.send(Datagrams.answer(Datagrams.id(ofTwo), 81, "for-two"), ofTwo.from());
            result(other);
            answer(responder, ofOne, name, 80);
        });
    }

    private static void result(PendingCall<List<FoundService>> searching) throws IOException {
        try {
            searching.result();
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @LabTest(
            task = 8,
            points = 1,
            hint = "Close the socket on every way out, also when there is no interface of that name",
            notes = "udp#closing")
    void nothing_stays_open_however_a_search_ends(@Subject(ServiceFinder.class) Finder finder, TestNetwork network)
            throws Exception {
        InetSocketAddress group = network.group();
        DatagramPeer listener = network.share(group);
        idOfQuery(finder, group, listener, network); // the first time loads classes, which stay open

        OpenFileCheck descriptors = network.descriptors();
        for (int i = 1; i <= 60; i++) { // quickly, before what is left open is collected as garbage
            network.start(() -> finder.find(TYPE, group, "nowhere9", SHORTEST)).failure(IOException.class);
            if (i % 10 == 0) {
                descriptors.expectAtMostMore(MOST_LEFT_OPEN);
            }
        }
        for (int i = 1; i <= 45; i++) {
            idOfQuery(finder, group, listener, network);
            if (i % 9 == 0) {
                descriptors.expectAtMostMore(MOST_LEFT_OPEN);
            }
        }
    }

    @LabTest(
            task = 9,
            points = 1,
            hint =
                    "All is as with a group, except where the query goes: gather what is an answer until the time is over",
            notes = "discovery#gather")
    void all_who_answer_a_broadcast_are_found(@Subject(ServiceFinder.class) Finder finder, TestNetwork network)
            throws Exception {
        InetSocketAddress broadcast = network.broadcast();
        DatagramPeer listener = network.share(broadcast);
        DatagramPeer one = network.datagrams();
        DatagramPeer two = network.datagrams();

        new Search(network, listener, wait -> finder.findByBroadcast(TYPE, broadcast, wait))
                .expect(Set.of(found(one, "hall", 80), found(two, "attic", 81)), query -> {
                    network.stranger().send(network.bytes(20), query.from());
                    answer(one, query, "hall", 80);
                    answer(two, query, "attic", 81);
                    answer(two, query, "attic", 81);
                });
    }

    @LabTest(
            task = 9,
            points = 1,
            hint =
                    "Both ways of asking are queries of one finder: they take their ids from the same place, and close their sockets",
            notes = "discovery#answers")
    void queries_by_broadcast_have_ids_of_their_own(@Subject(ServiceFinder.class) Finder finder, TestNetwork network)
            throws Exception {
        InetSocketAddress group = network.group();
        InetSocketAddress broadcast = network.broadcast();
        DatagramPeer members = network.share(group);
        DatagramPeer all = network.share(broadcast);
        Set<Integer> ids = new HashSet<>();

        OpenFileCheck descriptors = network.descriptors();
        for (int i = 0; i < MOST_LEFT_OPEN + 10; i++) {
            ids.add(idOfQuery(finder, group, members, network));
            PendingCall<List<FoundService>> searching =
                    network.start(() -> finder.findByBroadcast(TYPE, broadcast, SHORTEST));
            ids.add(Datagrams.id(all.receive()));
            searching.result();
        }

        assertThat(ids)
                .withFailMessage("Expected each query to have an id of its own, but %d had %d", 80, ids.size())
                .hasSize(2 * (MOST_LEFT_OPEN + 10));
        descriptors.expectAtMostMore(MOST_LEFT_OPEN);
    }
}
