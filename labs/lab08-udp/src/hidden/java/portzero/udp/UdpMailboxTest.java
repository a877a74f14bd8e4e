package portzero.udp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.await.PendingCall;
import portzero.testkit.net.DatagramPeer;
import portzero.testkit.net.TestNetwork;

/** What else the mailbox has to do. The test is its correspondents. */
class UdpMailboxTest {

    private static final Duration LONG = Duration.ofSeconds(1); // what is waited for is there already
    private static final int LARGEST = 65_507;
    private static final String A_DATAGRAM = "a datagram";

    @LabTest(
            task = 1,
            points = 1,
            hint =
                    "Each receive gives one datagram as it was sent, and a length of 0 is a datagram too: return each by itself",
            notes = "udp#boundaries")
    void one_send_is_one_receive(@Subject(UdpMailbox.class) Mailbox mailbox, TestNetwork network) throws IOException {
        InetSocketAddress address = mailbox.open(network.loopback());
        byte[][] payloads = {network.bytes(5), new byte[0], network.bytes(3)};
        DatagramPeer friend = network.datagrams();

        for (byte[] payload : payloads) {
            friend.send(payload, address);
        }

        for (byte[] payload : payloads) {
            network.expectSame(payload, mailbox.receive(100, LONG).payload());
        }
    }

    @LabTest(
            task = 1,
            points = 1,
            hint = "One socket sends to anyone and receives from anyone, as long as it is not connected",
            notes = "udp#source")
    void a_mailbox_writes_to_some_and_hears_from_others(@Subject(UdpMailbox.class) Mailbox mailbox, TestNetwork network)
            throws IOException {
        InetSocketAddress address = mailbox.open(network.loopback());
        DatagramPeer one = network.datagrams();
        DatagramPeer two = network.datagrams();
        byte[] payload = network.letters(12).getBytes(US_ASCII);

        for (DatagramPeer friend : new DatagramPeer[] {one, two, one}) {
            mailbox.send(payload, friend.address());
            expectFrom(address, friend.expect(payload).from());
        }
        two.send(payload, address);
        network.datagrams().send(payload, address);

        network.expectSame(payload, mailbox.receive(100, LONG).payload());
        network.expectSame(payload, mailbox.receive(100, LONG).payload());
    }

    private static void expectFrom(InetSocketAddress mailbox, InetSocketAddress from) {
        assertThat(from)
                .withFailMessage(
                        "Expected the mailbox to be at %s and to send from there, but it was %s", mailbox, from)
                .isEqualTo(mailbox);
    }

    @LabTest(
            task = 1,
            points = 1,
            hint =
                    "The payload is the caller's: send from the array, and write nothing into it, not even when it is sent",
            notes = "tcp#whose-array")
    void what_is_sent_stays_as_it_was(@Subject(UdpMailbox.class) Mailbox mailbox, TestNetwork network)
            throws IOException {
        mailbox.open(network.loopback());
        DatagramPeer friend = network.datagrams();
        byte[] payload = network.letters(12).getBytes(US_ASCII);
        byte[] copy = payload.clone();

        mailbox.send(payload, friend.address());

        friend.expect(copy);
        network.expectArraysUntouched();
    }

    @LabTest(
            task = 1,
            points = 1,
            hint = "What you have returned is the caller's: give each letter an array of its own, of its own length",
            notes = "tcp#whose-array")
    void a_letter_stays_as_it_was_when_the_next_one_comes(
            @Subject(UdpMailbox.class) Mailbox mailbox, TestNetwork network) throws IOException {
        InetSocketAddress address = mailbox.open(network.loopback());
        DatagramPeer friend = network.datagrams();

        for (int length : new int[] {12, 12, 7, 12}) {
            byte[] payload = network.letters(length).getBytes(US_ASCII);
            friend.send(payload, address);
            network.expectSame(payload, mailbox.receive(12, LONG).payload());
        }

        network.expectArraysUntouched();
    }

    @LabTest(
            task = 1,
            points = 1,
            hint = "An array of length 0 makes a datagram as good as any other",
            notes = "udp#boundaries")
    void an_empty_datagram_is_sent(@Subject(UdpMailbox.class) Mailbox mailbox, TestNetwork network) throws IOException {
        mailbox.open(network.loopback());
        DatagramPeer friend = network.datagrams();

        mailbox.send(new byte[0], friend.address());

        friend.expect(new byte[0]);
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "Bind to the address that you were given, not to its port alone: that would be every address of the machine. A port"
                            + " that is taken is an error, so do not have it shared by address reuse",
            notes = "addresses#loopback-wildcard")
    void a_mailbox_has_its_address_to_itself_and_no_other(
            @Subject(UdpMailbox.class) Mailbox mailbox, @Subject(UdpMailbox.class) Mailbox late, TestNetwork network)
            throws Exception {
        InetSocketAddress address = mailbox.open(network.loopback());
        byte[] payload = network.letters(12).getBytes(US_ASCII);
        DatagramPeer friend = network.datagrams();
        Optional<DatagramPeer> neighbour = network.namesake(friend);

        expectFrom(new InetSocketAddress(network.loopback().getAddress(), address.getPort()), address);
        if (neighbour.isPresent()) {
            friend.send(
                    network.bytes(3),
                    new InetSocketAddress(neighbour.get().address().getAddress(), address.getPort()));
        }
        network.start(() -> late.open(address)).failure(IOException.class);
        friend.send(payload, address);

        network.expectSame(payload, mailbox.receive(100, LONG).payload());
    }

    @LabTest(
            task = 1,
            points = 1,
            hint = "Each mailbox has a socket of its own, in a field that is not static; and it may be one of IPv6",
            notes = "addresses#loopback-wildcard")
    void two_mailboxes_are_open_at_the_same_time(
            @Subject(UdpMailbox.class) Mailbox one, @Subject(UdpMailbox.class) Mailbox two, TestNetwork network)
            throws IOException {
        InetSocketAddress first = one.open(network.loopback());
        InetSocketAddress any = network.loopback6().orElse(network.loopback());
        InetSocketAddress second = two.open(any);
        byte[] payload = network.bytes(5);
        byte[] reply = network.bytes(6);
        DatagramPeer friend = network.datagrams(any);

        network.datagrams().send(payload, first);
        friend.send(reply, second);
        network.expectSame(payload, one.receive(100, LONG).payload());
        network.expectSame(reply, two.receive(100, LONG).payload());
        two.send(payload, friend.address());
        friend.expect(payload);
    }

    @LabTest(
            task = 1,
            points = 1,
            hint =
                    "There may be no socket yet when close is called, or none any more; otherwise it gives its port back",
            notes = "udp#closing")
    void close_gives_the_port_back(
            @Subject(UdpMailbox.class) Mailbox idle, @Subject(UdpMailbox.class) Mailbox mailbox, TestNetwork network)
            throws IOException {
        InetSocketAddress address = mailbox.open(network.loopback());

        idle.close();
        mailbox.close();
        mailbox.close();

        network.expectFree(address);
    }

    @LabTest(
            task = 2,
            points = 3,
            hint =
                    "Exactly as long as allowed is not too long: only a byte more than that tells of a cut. None at all is a length, too",
            notes = "udp#truncation")
    void exactly_what_is_longer_is_cut(@Subject(UdpMailbox.class) Mailbox mailbox, TestNetwork network)
            throws IOException {
        InetSocketAddress address = mailbox.open(network.loopback());
        DatagramPeer friend = network.datagrams();

        for (int longest : new int[] {12, 0, 1, LARGEST - 1}) {
            for (int more = 0; more <= 1; more++) {
                byte[] payload = network.bytes(longest + more);
                friend.send(payload, address);
                Letter letter = mailbox.receive(longest, LONG);
                network.expectSame(Arrays.copyOf(payload, longest), letter.payload());
                expectCut(more > 0, letter, payload.length, longest);
            }
        }
    }

    private static void expectCut(boolean expected, Letter letter, int length, int longest) {
        assertThat(letter.cut())
                .withFailMessage(
                        "Expected a letter of %d bytes, of which %d were asked for, %s, but it was%s",
                        length,
                        longest,
                        expected ? "to be marked as cut" : "not to be marked as cut",
                        expected ? " not" : "")
                .isEqualTo(expected);
    }

    @LabTest(
            task = 1,
            points = 2,
            hint = "65,507 bytes are one datagram, over IPv4: neither split it nor refuse it, and have room for it",
            notes = "udp#size")
    void the_largest_datagram_passes_both_ways(@Subject(UdpMailbox.class) Mailbox mailbox, TestNetwork network)
            throws IOException {
        InetSocketAddress address = mailbox.open(network.loopback());
        DatagramPeer friend = network.datagrams();
        byte[] there = network.bytes(LARGEST);
        byte[] back = network.bytes(LARGEST);

        mailbox.send(there, friend.address());
        friend.expect(there);
        friend.send(back, address);

        network.expectSame(back, mailbox.receive(LARGEST, LONG).payload());
    }

    @LabTest(
            task = 1,
            points = 2,
            hint = "The system refuses what does not fit into one datagram: let its exception reach the caller",
            notes = "udp#size")
    void one_byte_more_is_refused(@Subject(UdpMailbox.class) Mailbox mailbox, TestNetwork network) throws Exception {
        mailbox.open(network.loopback());
        DatagramPeer friend = network.datagrams();
        byte[] payload = network.letters(12).getBytes(US_ASCII);
        byte[] tooLarge = network.bytes(LARGEST + 1);

        PendingCall<Boolean> sending = network.start(() -> {
            mailbox.send(tooLarge, friend.address());
            return true;
        });
        sending.failure(IOException.class);
        mailbox.send(payload, friend.address());

        friend.expect(payload); // and nothing of the other one before it
    }

    @LabTest(
            task = 3,
            points = 3,
            hint =
                    "setSoTimeout takes 0 for “no limit”, and a time below a millisecond that was rounded down is 0: round up",
            notes = "udp#timeouts")
    void the_shortest_wait_is_not_for_ever(@Subject(UdpMailbox.class) Mailbox mailbox, TestNetwork network)
            throws Exception {
        InetSocketAddress address = mailbox.open(network.loopback());
        DatagramPeer friend = network.datagrams();

        network.start(() -> mailbox.receive(100, Duration.ofNanos(100))).failure(SocketTimeoutException.class);
        network.start(() -> mailbox.receive(100, Duration.ZERO)).failure(SocketTimeoutException.class);
        for (int i = 0; i < 20; i++) { // rounded down, one of them would be too short
            expectAtLeast(Duration.ofNanos(1_990_000), mailbox);
        }
        for (Duration wait : new Duration[] {Duration.ZERO, Duration.ofNanos(100)}) { // but what is there is taken
            friend.send(network.bytes(12), address);
            network.expectSoon(A_DATAGRAM, () -> found(mailbox, wait));
        }
    }

    /** What a receive finds that has next to no time to wait. */
    private static String found(Mailbox mailbox, Duration wait) throws IOException {
        try {
            mailbox.receive(100, wait);
            return A_DATAGRAM;
        } catch (SocketTimeoutException nothing) {
            return "nothing";
        }
    }

    private static void expectAtLeast(Duration wait, Mailbox mailbox) throws IOException {
        long begin = System.nanoTime();
        try {
            mailbox.receive(100, wait);
        } catch (SocketTimeoutException late) {
            Duration waited = Duration.ofNanos(System.nanoTime() - begin);
            assertThat(waited)
                    .withFailMessage(
                            "Expected a wait of %s ns, but it was one of %s ns", wait.toNanos(), waited.toNanos())
                    .isGreaterThanOrEqualTo(wait);
            return;
        }
        throw new AssertionError("Expected receive to throw SocketTimeoutException, but it returned");
    }
}
