package portzero.discovery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Set;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.net.DatagramPeer;
import portzero.testkit.net.TestNetwork;

/** The tests that you can read, one for each task. The others look closer at the same things. */
class DiscoveryFirstStepsTest {

    private static final Duration ENOUGH = Duration.ofSeconds(1); // what is waited for is there already
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final long SOMEBODY = 0x0123_4567_89ab_cdefL; // the number of the test, where it sends

    @LabTest(
            task = 1,
            points = 4,
            hint =
                    "Bind to the group's port, not to an address of yours, and join the group on the interface of that name",
            notes = "discovery#join")
    void a_message_to_the_group_is_received(@Subject(GroupMember.class) Member member, TestNetwork network)
            throws IOException {
        InetSocketAddress group = network.group();
        byte[] payload = network.letters(12).getBytes(US_ASCII);
        long sender = network.random().nextLong();

        member.join(group, network.loopbackInterface(), 1);
        network.datagrams().send(Datagrams.message(sender, payload), group);
        Message message = member.receive(ENOUGH);

        network.expectSame(payload, message.payload());
        assertThat(message.sender())
                .withFailMessage("Expected a message of sender %d, but it says %d", sender, message.sender())
                .isEqualTo(sender);
    }

    @LabTest(
            task = 2,
            points = 3,
            hint = "A port is yours alone unless you say otherwise: switch address reuse on, before you bind",
            notes = "discovery#sharing")
    void two_members_have_one_port(
            @Subject(GroupMember.class) Member one, @Subject(GroupMember.class) Member two, TestNetwork network)
            throws IOException {
        InetSocketAddress group = network.group();
        byte[] payload = network.letters(12).getBytes(US_ASCII);

        one.join(group, network.loopbackInterface(), 1);
        two.join(group, network.loopbackInterface(), 1);
        network.datagrams().send(Datagrams.message(SOMEBODY, payload), group);

        network.expectSame(payload, one.receive(ENOUGH).payload());
        network.expectSame(payload, two.receive(ENOUGH).payload());
    }

    @LabTest(
            task = 3,
            points = 4,
            hint =
                    "Joining chooses where you receive; where you send is another option of the socket, IP_MULTICAST_IF, and the"
                            + " system's choice without it",
            notes = "discovery#interface")
    void a_message_is_sent_by_the_chosen_interface(@Subject(GroupMember.class) Member member, TestNetwork network)
            throws IOException {
        InetSocketAddress group = network.group();
        DatagramPeer listener = network.share(group);
        byte[] payload = network.letters(12).getBytes(US_ASCII);

        member.join(group, network.loopbackInterface(), 1);
        member.send(payload);

        network.expectSame(payload, Datagrams.payload(listener.receive()));
    }

    @LabTest(
            task = 4,
            points = 2,
            hint = "The option is IP_MULTICAST_TTL; the one for a single receiver is another. Ask the socket for it",
            notes = "discovery#ttl")
    void the_time_to_live_is_as_it_was_given(@Subject(GroupMember.class) Member member, TestNetwork network)
            throws IOException {
        InetSocketAddress group = network.group();
        int timeToLive = 2 + network.random().nextInt(100);

        member.join(group, network.loopbackInterface(), timeToLive);

        assertThat(member.timeToLive())
                .withFailMessage(
                        "Expected a time to live of %d, but the member's is %d", timeToLive, member.timeToLive())
                .isEqualTo(timeToLive);
    }

    @LabTest(
            task = 5,
            points = 3,
            hint = "What you send to a group of yours comes to you, too: compare the sender's number with your own",
            notes = "discovery#own")
    void its_own_messages_are_ignored(@Subject(GroupMember.class) Member member, TestNetwork network)
            throws IOException {
        InetSocketAddress group = network.group();
        DatagramPeer listener = network.share(group);
        byte[] own = network.letters(12).getBytes(US_ASCII);
        byte[] other = network.letters(12).getBytes(US_ASCII);

        member.join(group, network.loopbackInterface(), 1);
        member.send(own);
        long number = Datagrams.sender(listener.receive());
        network.datagrams().send(Datagrams.message(number + 1, other), group);

        network.expectSame(other, member.receive(ENOUGH).payload());
    }

    @LabTest(
            task = 6,
            points = 4,
            hint =
                    "The system goes on delivering until it is told that you leave: drop the membership that joining gave you",
            notes = "discovery#leave")
    void nothing_comes_to_who_has_left(@Subject(GroupMember.class) Member member, TestNetwork network)
            throws Exception {
        InetSocketAddress group = network.group();
        byte[] before = network.letters(12).getBytes(US_ASCII);

        member.join(group, network.loopbackInterface(), 1);
        network.datagrams().send(Datagrams.message(SOMEBODY, before), group);
        network.expectSame(before, member.receive(ENOUGH).payload());
        member.leave();
        network.datagrams().send(Datagrams.message(SOMEBODY, network.bytes(12)), group);

        network.start(() -> member.receive(SHORT)).failure(SocketTimeoutException.class);
    }

    @LabTest(
            task = 7,
            points = 4,
            hint =
                    "Answer with 02, the query's id, port and name, sent to the address and port that the query came from",
            notes = "discovery#query")
    void a_query_for_the_service_is_answered(@Subject(ServiceResponder.class) Responder responder, TestNetwork network)
            throws IOException {
        InetSocketAddress group = network.group();
        DatagramPeer finder = network.datagrams();
        int id = network.random().nextInt();
        Service service = new Service(network.letters(7), network.letters(5), 8_080);

        responder.start(group, network.loopbackInterface(), service);
        finder.send(Datagrams.query(id, service.type()), group);

        finder.expect(Datagrams.answer(id, service.port(), service.name()));
    }

    @LabTest(
            task = 8,
            points = 5,
            hint =
                    "Nobody knows how many will answer: go on receiving until the time is over, and return what has come",
            notes = "discovery#gather")
    void all_who_answer_are_found(@Subject(ServiceFinder.class) Finder finder, TestNetwork network) throws Exception {
        InetSocketAddress group = network.group();
        DatagramPeer listener = network.share(group);
        DatagramPeer one = network.datagrams();
        DatagramPeer two = network.datagrams();
        String name = network.letters(5);
        String type = network.letters(7);
        FoundService first = new FoundService(name, at(one, 80));
        FoundService second = new FoundService(name + "-2", at(two, 8_080));

        new Search(network, listener, wait -> finder.find(type, group, network.loopbackInterface(), wait))
                .expect(Set.of(first, second), query -> {
                    network.expectSame(Datagrams.query(Datagrams.id(query), type), query.payload());
                    one.send(Datagrams.answer(Datagrams.id(query), 80, name), query.from());
                    two.send(Datagrams.answer(Datagrams.id(query), 8_080, name + "-2"), query.from());
                });
    }

    @LabTest(
            task = 9,
            points = 4,
            hint = "A socket must be allowed to send to all: a channel is not, unless you switch SO_BROADCAST on",
            notes = "discovery#broadcast-permission")
    void a_service_is_found_by_broadcast(@Subject(ServiceFinder.class) Finder finder, TestNetwork network)
            throws Exception {
        InetSocketAddress broadcast = network.broadcast();
        DatagramPeer listener = network.share(broadcast);
        DatagramPeer responder = network.datagrams();
        String name = network.letters(5);
        String type = network.letters(7);

        new Search(network, listener, wait -> finder.findByBroadcast(type, broadcast, wait))
                .expect(Set.of(new FoundService(name, at(responder, 80))), query -> {
                    network.expectSame(Datagrams.query(Datagrams.id(query), type), query.payload());
                    responder.send(Datagrams.answer(Datagrams.id(query), 80, name), query.from());
                });
    }

    /** Where a responder of the test says that its service is. */
    private static InetSocketAddress at(DatagramPeer responder, int port) {
        return new InetSocketAddress(responder.address().getAddress(), port);
    }
}
