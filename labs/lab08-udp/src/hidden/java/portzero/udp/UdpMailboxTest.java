package portzero.udp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import portzero.testkit.Datagrams;
import portzero.testkit.Hint;
import portzero.testkit.Points;
import portzero.testkit.Reading;
import portzero.testkit.Running;
import portzero.testkit.Subject;
import portzero.testkit.Task;
import portzero.testkit.Wire;

/** What else the mailbox has to do. The test is its correspondents. */
class UdpMailboxTest {

    private static final Duration LONG = Duration.ofSeconds(1); // what is waited for is there already
    private static final int LARGEST = 65_507;

    @Test
    @Task(1)
    @Points(3)
    @Hint("Each receive gives one datagram as it was sent, and a length of 0 is a datagram too: return each by itself")
    @Reading("udp#boundaries")
    void one_send_is_one_receive(@Subject(UdpMailbox.class) Mailbox mailbox, Wire wire) throws IOException {
        InetSocketAddress address = mailbox.open(wire.loopback());
        byte[][] payloads = {wire.bytes(5), new byte[0], wire.bytes(3)};
        Datagrams friend = wire.datagrams();

        for (byte[] payload : payloads) {
            friend.send(payload, address);
        }

        for (byte[] payload : payloads) {
            wire.expectSame(payload, mailbox.receive(100, LONG).payload());
        }
    }

    @Test
    @Task(1)
    @Points(3)
    @Hint("One socket sends to anyone and receives from anyone, as long as it is not connected")
    @Reading("udp#source")
    void a_mailbox_writes_to_some_and_hears_from_others(@Subject(UdpMailbox.class) Mailbox mailbox, Wire wire)
            throws IOException {
        InetSocketAddress address = mailbox.open(wire.loopback());
        Datagrams one = wire.datagrams();
        Datagrams two = wire.datagrams();
        byte[] payload = wire.letters(12).getBytes(US_ASCII);

        for (Datagrams friend : new Datagrams[] {one, two, one}) {
            mailbox.send(payload, friend.address());
            expectFrom(address, friend.expect(payload).from());
        }
        two.send(payload, address);
        wire.datagrams().send(payload, address);

        wire.expectSame(payload, mailbox.receive(100, LONG).payload());
        wire.expectSame(payload, mailbox.receive(100, LONG).payload());
    }

    private static void expectFrom(InetSocketAddress mailbox, InetSocketAddress from) {
        assertThat(from)
                .withFailMessage(
                        "Expected the mailbox to send from its own address, %s, but it sent from %s", mailbox, from)
                .isEqualTo(mailbox);
    }

    @Test
    @Task(1)
    @Points(1)
    @Hint("An array of length 0 makes a datagram as good as any other")
    @Reading("udp#boundaries")
    void an_empty_datagram_is_sent(@Subject(UdpMailbox.class) Mailbox mailbox, Wire wire) throws IOException {
        mailbox.open(wire.loopback());
        Datagrams friend = wire.datagrams();

        mailbox.send(new byte[0], friend.address());

        friend.expect(new byte[0]);
    }

    @Test
    @Task(1)
    @Points(2)
    @Hint("There may be no socket yet when close is called, or none any more; otherwise it gives its port back")
    @Reading("udp#closing")
    void close_gives_the_port_back(
            @Subject(UdpMailbox.class) Mailbox idle, @Subject(UdpMailbox.class) Mailbox mailbox, Wire wire)
            throws IOException {
        InetSocketAddress address = mailbox.open(wire.loopback());

        idle.close();
        mailbox.close();
        mailbox.close();

        wire.expectFree(address);
    }

    @Test
    @Task(2)
    @Points(2)
    @Hint("Exactly as long as allowed is not too long: only a byte more than that tells of a cut")
    @Reading("udp#truncation")
    void a_datagram_of_exactly_that_length_is_not_cut(@Subject(UdpMailbox.class) Mailbox mailbox, Wire wire)
            throws IOException {
        InetSocketAddress address = mailbox.open(wire.loopback());
        byte[] payload = wire.letters(12).getBytes(US_ASCII);

        wire.datagrams().send(payload, address);
        Letter letter = mailbox.receive(12, LONG);

        wire.expectSame(payload, letter.payload());
        assertThat(letter.cut())
                .withFailMessage("Expected a letter of 12 bytes, all of which were asked for, not to be marked as cut,"
                        + " but it was")
                .isFalse();
    }

    @Test
    @Task(2)
    @Points(2)
    @Hint("65,507 bytes are one datagram, over IPv4: neither split it nor refuse it, and have room for it")
    @Reading("udp#size")
    void the_largest_datagram_passes_both_ways(@Subject(UdpMailbox.class) Mailbox mailbox, Wire wire)
            throws IOException {
        InetSocketAddress address = mailbox.open(wire.loopback());
        Datagrams friend = wire.datagrams();
        byte[] there = wire.bytes(LARGEST);
        byte[] back = wire.bytes(LARGEST);

        mailbox.send(there, friend.address());
        friend.expect(there);
        friend.send(back, address);

        wire.expectSame(back, mailbox.receive(LARGEST, LONG).payload());
    }

    @Test
    @Task(2)
    @Points(2)
    @Hint("The system refuses what does not fit into one datagram: let its exception reach the caller")
    @Reading("udp#size")
    void one_byte_more_is_refused(@Subject(UdpMailbox.class) Mailbox mailbox, Wire wire) throws Exception {
        mailbox.open(wire.loopback());
        Datagrams friend = wire.datagrams();
        byte[] payload = wire.letters(12).getBytes(US_ASCII);
        byte[] tooLarge = wire.bytes(LARGEST + 1);

        Running<Boolean> sending = wire.start(() -> {
            mailbox.send(tooLarge, friend.address());
            return true;
        });
        sending.failure(IOException.class);
        mailbox.send(payload, friend.address());

        friend.expect(payload); // and nothing of the other one before it
    }

    @Test
    @Task(3)
    @Points(3)
    @Hint("setSoTimeout takes 0 for “no limit”, and so does a time below a millisecond that was rounded down")
    @Reading("udp#timeouts")
    void the_shortest_wait_is_not_for_ever(@Subject(UdpMailbox.class) Mailbox mailbox, Wire wire) throws Exception {
        mailbox.open(wire.loopback());

        wire.start(() -> mailbox.receive(100, Duration.ofNanos(100))).failure(SocketTimeoutException.class);
        wire.start(() -> mailbox.receive(100, Duration.ZERO)).failure(SocketTimeoutException.class);
    }
}
