package portzero.discovery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.net.Datagram;
import portzero.testkit.net.DatagramPeer;
import portzero.testkit.net.TestNetwork;

/** What else a member has to do. The test is the other members, and whoever else sends to the group. */
class GroupMemberTest {

    private static final Duration ENOUGH = Duration.ofSeconds(1); // what is waited for is there already
    private static final Duration LONGER = Duration.ofMillis(250); // no pause of a flood lasts so long
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final long SOMEBODY = 0x0123_4567_89ab_cdefL; // the number of the test, where it sends
    private static final String NO_INTERFACE = "nowhere9";
    private static final long SMALL = 1 << 16;

    @LabTest(
            task = 1,
            points = 1,
            hint = "The interface is the one of the name that you are given, whatever the system or Java thinks of it",
            notes = "discovery#interface")
    void it_joins_on_the_chosen_interface(@Subject(GroupMember.class) Member member, TestNetwork network)
            throws IOException {
        InetSocketAddress group = network.group();

        network.expectMembers(group, 0);
        member.join(group, network.loopbackInterface(), 1);

        network.expectMembers(group, 1);
    }

    @LabTest(
            task = 1,
            points = 1,
            hint =
                    "NetworkInterface.getByName returns null for a name that is not there: throw an IOException that says so",
            notes = "discovery#interface")
    void an_interface_that_is_not_there_is_an_error(@Subject(GroupMember.class) Member member, TestNetwork network)
            throws Exception {
        InetSocketAddress group = network.group();

        network.start(() -> {
                    member.join(group, NO_INTERFACE, 1);
                    return true;
                })
                .failure(IOException.class);
        member.close();
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "Look at the length before you take a number; a buffer with one byte more than the longest message tells a"
                            + " longer one from it",
            notes = "udp#malformed")
    void what_is_no_message_is_ignored(@Subject(GroupMember.class) Member member, TestNetwork network)
            throws IOException {
        InetSocketAddress group = network.group();
        DatagramPeer stranger = network.stranger();
        byte[] payload = network.letters(12).getBytes(US_ASCII);

        member.join(group, network.loopbackInterface(), 1);
        for (int length : new int[] {0, 1, 7, 8 + Member.LONGEST + 1, 2_000}) {
            stranger.send(network.bytes(length), group);
        }
        network.datagrams().send(Datagrams.message(SOMEBODY, payload), group);

        network.expectSame(payload, member.receive(ENOUGH).payload());
    }

    @LabTest(
            task = 1,
            points = 2,
            hint = "Take as many bytes as came after the number, be it none, into an array of its own for each message",
            notes = "udp#length")
    void a_message_has_the_bytes_that_came(@Subject(GroupMember.class) Member member, TestNetwork network)
            throws IOException {
        InetSocketAddress group = network.group();
        DatagramPeer friend = network.datagrams();
        long[] senders = {-1, 0, 1L << 40, Long.MIN_VALUE};
        int[] lengths = {20, 0, Member.LONGEST, 1};

        member.join(group, network.loopbackInterface(), 1);
        for (int i = 0; i < lengths.length; i++) {
            byte[] payload = network.bytes(lengths[i]);
            friend.send(Datagrams.message(senders[i], payload), group);
            Message message = member.receive(ENOUGH);
            network.expectSame(payload, message.payload());
            expectSender(senders[i], message);
        }

        network.expectArraysUntouched();
    }

    private static void expectSender(long expected, Message message) {
        assertThat(message.sender())
                .withFailMessage("Expected a message of sender %d, but it says %d", expected, message.sender())
                .isEqualTo(expected);
    }

    @LabTest(
            task = 1,
            points = 1,
            hint =
                    "Without a timeout, receive waits for ever; and a wait may be a day, which is more than some numbers hold",
            notes = "udp#timeouts")
    void receive_gives_up_when_nothing_comes(@Subject(GroupMember.class) Member member, TestNetwork network)
            throws Exception {
        InetSocketAddress group = network.group();
        byte[] payload = network.letters(12).getBytes(US_ASCII);

        member.join(group, network.loopbackInterface(), 1);
        TimeLimit.expectAfter(
                SHORT, () -> network.start(() -> member.receive(SHORT)).failure(SocketTimeoutException.class));
        network.datagrams().send(Datagrams.message(SOMEBODY, payload), group);

        network.expectSame(payload, member.receive(Duration.ofDays(1)).payload());
    }

    @LabTest(
            task = 1,
            points = 1,
            hint = "Work out once when the time is over, and wait for what is left of it, not for the whole time anew",
            notes = "udp#timeouts")
    void what_is_no_message_makes_the_wait_no_longer(@Subject(GroupMember.class) Member member, TestNetwork network)
            throws Exception {
        InetSocketAddress group = network.group();

        member.join(group, network.loopbackInterface(), 1);
        network.stranger().flood(network.bytes(5), group);

        network.start(() -> member.receive(LONGER)).failure(SocketTimeoutException.class);
    }

    @LabTest(
            task = 1,
            points = 1,
            hint = "Each member has a socket of its own, and a group of its own: in fields that are not static",
            notes = "discovery#join")
    void two_members_are_in_different_groups(
            @Subject(GroupMember.class) Member one, @Subject(GroupMember.class) Member two, TestNetwork network)
            throws Exception {
        InetSocketAddress first = network.group();
        InetSocketAddress second = network.group();
        byte[] toFirst = network.letters(12).getBytes(US_ASCII);
        byte[] toSecond = network.letters(11).getBytes(US_ASCII);

        one.join(first, network.loopbackInterface(), 1);
        two.join(second, network.loopbackInterface(), 1);
        network.datagrams().send(Datagrams.message(SOMEBODY, toFirst), first);
        network.datagrams().send(Datagrams.message(SOMEBODY, toSecond), second);

        network.expectSame(toSecond, two.receive(ENOUGH).payload());
        network.expectSame(toFirst, one.receive(ENOUGH).payload());
        network.start(() -> two.receive(SHORT)).failure(SocketTimeoutException.class);
    }

    @LabTest(
            task = 1,
            points = 1,
            hint =
                    "There may be no socket yet when close is called, or none any more; otherwise it gives its port back",
            notes = "udp#closing")
    void close_gives_the_port_back(
            @Subject(GroupMember.class) Member idle, @Subject(GroupMember.class) Member member, TestNetwork network)
            throws IOException {
        InetSocketAddress group = network.group();
        member.join(group, network.loopbackInterface(), 1);

        idle.close();
        member.close();
        member.close();

        network.expectFree(new InetSocketAddress(group.getPort()));
        network.expectMembers(group, 0);
    }

    @LabTest(
            task = 2,
            points = 2,
            hint =
                    "Other programs have sockets at this port, too: yours has to share it with them, and not only with yours",
            notes = "discovery#sharing")
    void the_port_is_shared_with_other_programs(@Subject(GroupMember.class) Member member, TestNetwork network)
            throws IOException {
        InetSocketAddress group = network.group();
        DatagramPeer early = network.share(group);
        byte[] payload = network.letters(12).getBytes(US_ASCII);

        member.join(group, network.loopbackInterface(), 1);
        DatagramPeer late = network.share(group);
        network.datagrams().send(Datagrams.message(SOMEBODY, payload), group);

        early.expect(Datagrams.message(SOMEBODY, payload));
        late.expect(Datagrams.message(SOMEBODY, payload));
        network.expectSame(payload, member.receive(ENOUGH).payload());
    }

    @LabTest(
            task = 2,
            points = 2,
            hint =
                    "Each member has its own socket, and each socket gets a copy of every message: share the port, not the socket",
            notes = "discovery#sharing")
    void each_member_receives_every_message(
            @Subject(GroupMember.class) Member one,
            @Subject(GroupMember.class) Member two,
            @Subject(GroupMember.class) Member three,
            TestNetwork network)
            throws IOException {
        InetSocketAddress group = network.group();
        Member[] members = {one, two, three};
        byte[][] payloads = {network.bytes(5), network.bytes(6), network.bytes(7)};
        DatagramPeer friend = network.datagrams();

        for (Member member : members) {
            member.join(group, network.loopbackInterface(), 1);
        }
        for (byte[] payload : payloads) {
            friend.send(Datagrams.message(SOMEBODY, payload), group);
        }

        for (Member member : members) {
            for (byte[] payload : payloads) {
                network.expectSame(payload, member.receive(ENOUGH).payload());
            }
        }
    }

    @LabTest(
            task = 2,
            points = 1,
            hint = "Closing one socket is nothing to the others at the same port, if each member has its own",
            notes = "discovery#sharing")
    void a_member_that_closes_leaves_the_port_to_the_others(
            @Subject(GroupMember.class) Member one, @Subject(GroupMember.class) Member two, TestNetwork network)
            throws IOException {
        InetSocketAddress group = network.group();
        byte[] payload = network.letters(12).getBytes(US_ASCII);

        one.join(group, network.loopbackInterface(), 1);
        two.join(group, network.loopbackInterface(), 1);
        two.close();
        network.datagrams().send(Datagrams.message(SOMEBODY, payload), group);

        network.expectSame(payload, one.receive(ENOUGH).payload());
    }

    @LabTest(
            task = 3,
            points = 2,
            hint =
                    "Draw a number at random for each member, once: a number that you count up, other programs count up as well",
            notes = "discovery#own")
    void each_member_has_a_number_of_its_own(
            @Subject(GroupMember.class) Member one, @Subject(GroupMember.class) Member two, TestNetwork network)
            throws IOException {
        InetSocketAddress group = network.group();
        DatagramPeer listener = network.share(group);

        one.join(group, network.loopbackInterface(), 1);
        two.join(group, network.loopbackInterface(), 1);
        long ofOne = number(one, listener, network);
        long ofTwo = number(two, listener, network);
        long again = number(one, listener, network);

        assertThat(again)
                .withFailMessage("Expected a member to keep its number %d, but later it was %d", ofOne, again)
                .isEqualTo(ofOne);
        assertThat(ofTwo)
                .withFailMessage("Expected two members to have two numbers, but both have %d", ofOne)
                .isNotEqualTo(ofOne);
        assertThat(Math.abs(ofOne) < SMALL && Math.abs(ofTwo) < SMALL)
                .withFailMessage("Expected numbers that are drawn at random, but they are %d and %d", ofOne, ofTwo)
                .isFalse();
    }

    private static long number(Member member, DatagramPeer listener, TestNetwork network) throws IOException {
        member.send(network.bytes(3));
        return Datagrams.sender(listener.receive());
    }

    @LabTest(
            task = 3,
            points = 2,
            hint =
                    "One message is one datagram: eight bytes for the number and then the payload, all of it and no more",
            notes = "discovery#sending")
    void any_payload_is_sent_whole(@Subject(GroupMember.class) Member member, TestNetwork network) throws IOException {
        InetSocketAddress group = network.group();
        DatagramPeer listener = network.share(group);

        member.join(group, network.loopbackInterface(), 1);
        for (int length : new int[] {0, 1, Member.LONGEST, 20}) {
            byte[] payload = network.bytes(length);
            member.send(payload);
            Datagram message = listener.receive();
            assertThat(message.payload().length)
                    .withFailMessage(
                            "Expected a message of %d bytes, but it has %d", 8 + length, message.payload().length)
                    .isEqualTo(8 + length);
            network.expectSame(payload, Datagrams.payload(message));
        }
        network.expectArraysUntouched();
    }

    @LabTest(
            task = 3,
            points = 2,
            hint = "The group of a member is its own: keep it in a field that is not static, with its port",
            notes = "discovery#sending")
    void each_member_sends_to_its_own_group(
            @Subject(GroupMember.class) Member one, @Subject(GroupMember.class) Member two, TestNetwork network)
            throws IOException {
        InetSocketAddress first = network.group();
        InetSocketAddress second = network.group();
        DatagramPeer atFirst = network.share(first);
        DatagramPeer atSecond = network.share(second);
        byte[] payload = network.letters(12).getBytes(US_ASCII);
        byte[] other = network.letters(12).getBytes(US_ASCII);

        one.join(first, network.loopbackInterface(), 1);
        two.join(second, network.loopbackInterface(), 1);
        one.send(payload);
        two.send(other);

        network.expectSame(payload, Datagrams.payload(atFirst.receive()));
        network.expectSame(other, Datagrams.payload(atSecond.receive()));
        atFirst.expectNone();
        atSecond.expectNone();
    }

    @LabTest(
            task = 3,
            points = 2,
            hint = "What one of your members sends, another one must understand: the number is big-endian both ways",
            notes = "discovery#sending")
    void a_member_understands_another(
            @Subject(GroupMember.class) Member one, @Subject(GroupMember.class) Member two, TestNetwork network)
            throws IOException {
        InetSocketAddress group = network.group();
        DatagramPeer listener = network.share(group);
        byte[] payload = network.letters(12).getBytes(US_ASCII);

        one.join(group, network.loopbackInterface(), 1);
        two.join(group, network.loopbackInterface(), 1);
        one.send(payload);
        Message message = two.receive(ENOUGH);

        network.expectSame(payload, message.payload());
        expectSender(Datagrams.sender(listener.receive()), message);
    }

    @LabTest(
            task = 4,
            points = 2,
            hint = "Each member has its own, from 0 to 255, and says what its socket says",
            notes = "discovery#ttl")
    void any_time_to_live_is_possible(
            @Subject(GroupMember.class) Member one,
            @Subject(GroupMember.class) Member two,
            @Subject(GroupMember.class) Member three,
            TestNetwork network)
            throws IOException {
        InetSocketAddress group = network.group();
        Member[] members = {one, two, three};
        int[] timesToLive = {255, 0, 1};

        for (int i = 0; i < members.length; i++) {
            members[i].join(group, network.loopbackInterface(), timesToLive[i]);
        }

        for (int i = 0; i < members.length; i++) {
            assertThat(members[i].timeToLive())
                    .withFailMessage(
                            "Expected a time to live of %d, but the member's is %d",
                            timesToLive[i], members[i].timeToLive())
                    .isEqualTo(timesToLive[i]);
        }
    }

    @LabTest(
            task = 5,
            points = 2,
            hint =
                    "Members of one machine have one address and port: only the number tells your own messages from theirs",
            notes = "discovery#own")
    void another_member_of_the_program_is_heard(
            @Subject(GroupMember.class) Member one, @Subject(GroupMember.class) Member two, TestNetwork network)
            throws Exception {
        InetSocketAddress group = network.group();
        byte[] ofOne = network.letters(12).getBytes(US_ASCII);
        byte[] ofTwo = network.letters(12).getBytes(US_ASCII);

        one.join(group, network.loopbackInterface(), 1);
        two.join(group, network.loopbackInterface(), 1);
        one.send(ofOne);
        two.send(ofTwo);

        network.expectSame(ofOne, two.receive(ENOUGH).payload());
        network.expectSame(ofTwo, one.receive(ENOUGH).payload());
        network.start(() -> one.receive(SHORT)).failure(SocketTimeoutException.class);
        network.start(() -> two.receive(SHORT)).failure(SocketTimeoutException.class);
    }

    @LabTest(
            task = 5,
            points = 1,
            hint =
                    "The same source address and port do not make a message yours: another program here may send from them",
            notes = "discovery#own")
    void a_message_from_its_own_address_and_port_is_heard(
            @Subject(GroupMember.class) Member member, TestNetwork network) throws IOException {
        InetSocketAddress group = network.group();
        DatagramPeer neighbour = network.share(group);
        byte[] payload = network.letters(12).getBytes(US_ASCII);

        member.join(group, network.loopbackInterface(), 1);
        member.send(network.bytes(3));
        long number = Datagrams.sender(neighbour.receive());
        neighbour.send(Datagrams.message(number + 1, payload), group);

        network.expectSame(payload, member.receive(ENOUGH).payload());
    }

    @LabTest(
            task = 5,
            points = 2,
            hint =
                    "A message with your number is yours wherever it comes from; one that differs in any bit of it is not",
            notes = "discovery#own")
    void its_number_makes_a_message_its_own(@Subject(GroupMember.class) Member member, TestNetwork network)
            throws IOException {
        InetSocketAddress group = network.group();
        DatagramPeer listener = network.share(group);
        DatagramPeer friend = network.datagrams();
        byte[] payload = network.letters(12).getBytes(US_ASCII);

        member.join(group, network.loopbackInterface(), 1);
        member.send(payload);
        long number = Datagrams.sender(listener.receive());
        friend.send(Datagrams.message(number, network.bytes(5)), group);
        for (int bit : new int[] {0, 31, 32, 63}) {
            long other = number ^ 1L << bit;
            friend.send(Datagrams.message(other, payload), group);
            expectSender(other, member.receive(ENOUGH));
        }
    }

    @LabTest(
            task = 5,
            points = 2,
            hint = "A message of your own uses up time like any other that is ignored: wait for what is left",
            notes = "udp#timeouts")
    void its_own_messages_make_the_wait_no_longer(@Subject(GroupMember.class) Member member, TestNetwork network)
            throws Exception {
        InetSocketAddress group = network.group();
        DatagramPeer listener = network.share(group);

        member.join(group, network.loopbackInterface(), 1);
        member.send(network.bytes(5));
        network.datagrams().flood(listener.receive().payload(), group);

        network.start(() -> member.receive(LONGER)).failure(SocketTimeoutException.class);
    }

    @LabTest(
            task = 6,
            points = 3,
            hint = "To look away is not to leave: the system has a list of members, and yours must be taken off it",
            notes = "discovery#leave")
    void the_system_is_told(@Subject(GroupMember.class) Member member, TestNetwork network) throws IOException {
        InetSocketAddress group = network.group();
        network.share(group);

        member.join(group, network.loopbackInterface(), 1);
        network.expectMembers(group, 2);
        member.leave();

        network.expectMembers(group, 1);
    }

    @LabTest(
            task = 6,
            points = 2,
            hint = "To send to a group one need not be in it: leave, and keep the socket open",
            notes = "discovery#leave")
    void who_has_left_still_sends(@Subject(GroupMember.class) Member member, TestNetwork network) throws IOException {
        InetSocketAddress group = network.group();
        DatagramPeer listener = network.share(group);
        byte[] payload = network.letters(12).getBytes(US_ASCII);

        member.join(group, network.loopbackInterface(), 1);
        member.leave();
        member.send(payload);

        network.expectSame(payload, Datagrams.payload(listener.receive()));
    }

    @LabTest(
            task = 6,
            points = 1,
            hint = "Each member leaves for itself: the membership belongs to its socket",
            notes = "discovery#leave")
    void the_others_stay(
            @Subject(GroupMember.class) Member one, @Subject(GroupMember.class) Member two, TestNetwork network)
            throws Exception {
        InetSocketAddress group = network.group();
        byte[] payload = network.letters(12).getBytes(US_ASCII);

        one.join(group, network.loopbackInterface(), 1);
        two.join(group, network.loopbackInterface(), 1);
        one.leave();
        network.datagrams().send(Datagrams.message(SOMEBODY, payload), group);

        network.expectSame(payload, two.receive(ENOUGH).payload());
        network.start(() -> one.receive(SHORT)).failure(SocketTimeoutException.class);
    }

    @LabTest(
            task = 6,
            points = 1,
            hint = "Who has left still waits as long as the caller says, for the socket is open as before",
            notes = "discovery#leave")
    void receive_waits_as_before(@Subject(GroupMember.class) Member member, TestNetwork network) throws Exception {
        InetSocketAddress group = network.group();

        member.join(group, network.loopbackInterface(), 1);
        member.leave();

        TimeLimit.expectAfter(
                SHORT, () -> network.start(() -> member.receive(SHORT)).failure(SocketTimeoutException.class));
    }

    @LabTest(
            task = 6,
            points = 1,
            hint = "There may be no membership any more when leave is called: remember that you have left",
            notes = "discovery#leave")
    void leaving_again_does_nothing(@Subject(GroupMember.class) Member member, TestNetwork network) throws IOException {
        InetSocketAddress group = network.group();

        member.join(group, network.loopbackInterface(), 1);
        member.leave();
        member.leave();
        member.close();

        network.expectFree(new InetSocketAddress(group.getPort()));
    }
}
