package portzero.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import portzero.testkit.trace.DeadlinePassed;
import portzero.testkit.trace.UnmetExpectation;

@Timeout(60)
class PeerTest {

    private final Rehearsal rehearsal = new Rehearsal();
    private final CountDownLatch testEnded = new CountDownLatch(1);

    @AfterEach
    void close() {
        testEnded.countDown();
        rehearsal.close();
        System.clearProperty(Deadlines.SCALE);
    }

    private static void hurry() {
        System.setProperty(Deadlines.SCALE, "0.05");
    }

    private static void echo(Socket socket) throws IOException {
        socket.getInputStream().transferTo(socket.getOutputStream());
    }

    private static Scripted.Script sends(String text) {
        return socket -> socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private Scripted.Script idles() {
        return socket -> testEnded.await();
    }

    private Peer connect(Scripted server) throws IOException {
        return rehearsal.wire.connect(server.address());
    }

    @Test
    void each_operation_is_a_step() throws Exception {
        try (Scripted server = new Scripted(PeerTest::echo)) {
            Peer peer = connect(server);
            peer.hold().send("ho").expect("ho").send(new byte[20]).expect(new byte[20]);
            peer.endOutput().expectEnd().close();
            peer.close();
            assertThat(rehearsal.story().replaceAll("127.0.0.1:\\d+", "HERE")).isEqualTo("""
                    test connects from HERE
                    test holds the connection open and sends nothing
                    test sends 2 bytes "ho"
                    server sends 2 bytes "ho"
                    test sends 20 bytes
                    server sends 20 bytes
                    test ends its stream
                    server ends its stream
                    test closes the connection""");
            server.awaitEnd();
        }
    }

    @Test
    void exchange_does_not_deadlock_however_much_it_is() throws Exception {
        try (Scripted server = new Scripted(PeerTest::echo)) {
            byte[] much = rehearsal.wire.bytes(8 << 20);
            connect(server).exchange(much, much).endOutput().expectEnd();
        }
    }

    @Test
    void first_wrong_byte_is_named_and_nothing_after_it_is_awaited() throws Exception {
        try (Scripted server = new Scripted(socket -> {
            sends("01234x").play(socket);
            testEnded.await();
        })) {
            assertThatThrownBy(() -> connect(server).expect("0123456789"))
                    .isInstanceOf(UnmetExpectation.class)
                    .hasMessage("""
                            Expected  the same 10 bytes
                            but byte 5 differs: expected 35, was 78
                              … 32 33 34 35 36 37 …
                                         ^^ 78""");
        }
    }

    @Test
    void early_end_is_told_with_what_came() throws Exception {
        try (Scripted server = new Scripted(sends("012"))) {
            assertThatThrownBy(() -> connect(server).expect("0123456789"))
                    .hasMessage("Expected  the same 10 bytes\nbut only  3 bytes came");
            assertThat(rehearsal.story()).endsWith("server sends 3 bytes \"012\"\nserver ends its stream");
        }
        try (Scripted server = new Scripted(sends("012"))) {
            assertThatThrownBy(() -> connect(server).receive(4))
                    .hasMessage("Expected  the server to send 4 bytes (connection 2)\n"
                            + "but       its stream ended after 3 bytes");
        }
    }

    @Test
    void silence_is_a_deadline_with_what_came() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        try (Scripted server = new Scripted(socket -> {
            sends("a").play(socket);
            sent.countDown();
            testEnded.await();
        })) {
            Peer peer = connect(server);
            sent.await();
            hurry();
            assertThatThrownBy(() -> peer.receive(2))
                    .isInstanceOf(DeadlinePassed.class)
                    .hasMessage(
                            "Expected  the server to send 2 bytes\n" + "but       only 1 byte came (waited 0.075 s)");
        }
    }

    @Test
    void open_connection_is_not_an_end() throws Exception {
        hurry();
        try (Scripted server = new Scripted(idles())) {
            Peer peer = connect(server);
            assertThatThrownBy(peer::expectEnd)
                    .isInstanceOf(DeadlinePassed.class)
                    .hasMessageStartingWith(
                            "Expected  the server to end its stream\nbut       it kept the connection open (");
            assertThatThrownBy(peer::receiveUntilEnd).isInstanceOf(DeadlinePassed.class);
            assertThatThrownBy(peer::expectReset).isInstanceOf(DeadlinePassed.class);
        }
    }

    @Test
    void open_connection_is_told_from_an_end_and_from_bytes() throws Exception {
        try (Scripted server = new Scripted(idles())) {
            connect(server).expectOpen().expectOpen();
            assertThat(rehearsal.story()).endsWith("test finds the connection open");
        }
        try (Scripted server = new Scripted(Socket::close)) {
            Peer peer = connect(server);
            server.awaitEnd();
            assertThatThrownBy(peer::expectOpen)
                    .isInstanceOf(UnmetExpectation.class)
                    .hasMessageContaining("to keep the connection open")
                    .hasMessageEndingWith("but       it ended its stream");
        }
        try (Scripted server = new Scripted(sends("more"))) {
            Peer peer = connect(server);
            server.awaitEnd();
            assertThatThrownBy(peer::expectOpen).hasMessageEndingWith("but       it sent 4 bytes \"more\"");
        }
    }

    @Test
    void bytes_are_not_an_end() throws Exception {
        try (Scripted server = new Scripted(sends("more"))) {
            assertThatThrownBy(() -> connect(server).expectEnd())
                    .hasMessage("Expected  the server to end its stream\nbut       it sent 4 bytes \"more\"");
        }
    }

    @Test
    void reset_and_end_are_told_apart() throws Exception {
        Scripted.Script reset = socket -> {
            assertThat(socket.getInputStream().read()).isEqualTo('x');
            socket.setSoLinger(true, 0);
        };
        try (Scripted server = new Scripted(reset)) {
            connect(server).send("x").expectReset();
        }
        try (Scripted server = new Scripted(reset)) {
            assertThatThrownBy(() -> connect(server).send("x").expectEnd())
                    .isInstanceOf(UnmetExpectation.class)
                    .hasMessageContaining("the connection was reset after 0 bytes");
        }
        try (Scripted server = new Scripted(socket -> {})) {
            assertThatThrownBy(() -> connect(server).expectReset())
                    .hasMessageEndingWith("but       it ended its stream in order");
        }
    }

    @Test
    void bytes_without_end_go_on_until_the_test_ends_and_then_abort() throws Exception {
        CountDownLatch enough = new CountDownLatch(1);
        try (Scripted server = new Scripted(socket -> {
            byte[] all = socket.getInputStream().readNBytes(8 << 20);
            assertThat(Arrays.equals(all, 4 << 20, 8 << 20, all, 0, 4 << 20)).isTrue();
            enough.countDown();
            assertThatThrownBy(() -> socket.getInputStream().skip(Long.MAX_VALUE))
                    .isInstanceOf(SocketException.class);
        })) {
            connect(server).keepSending(rehearsal.wire.bytes(4096));
            enough.await();
            rehearsal.close();
            server.awaitEnd();
            assertThat(rehearsal.story()).contains("goes on sending without end, again and again the same 4,096 bytes");
        }
    }

    @Test
    void bytes_without_end_survive_a_connection_that_the_test_closes() throws Exception {
        try (Scripted server = new Scripted(idles())) {
            connect(server).keepSending(new byte[1000]).close();
            rehearsal.close();
        }
    }

    @Test
    void reset_reaches_the_other_side() throws Exception {
        try (Scripted server = new Scripted(socket ->
                assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class))) {
            connect(server).reset();
            server.awaitEnd();
        }
    }

    @Test
    void all_until_the_end_is_received_but_not_without_bound() throws Exception {
        try (Scripted server = new Scripted(sends("all of it"))) {
            assertThat(connect(server).receiveUntilEnd()).asString().isEqualTo("all of it");
        }
        try (Scripted server = new Scripted(socket -> {
            byte[] flood = new byte[1 << 20];
            while (true) {
                socket.getOutputStream().write(flood);
            }
        })) {
            Peer peer = connect(server);
            assertThatThrownBy(peer::receiveUntilEnd)
                    .isInstanceOf(UnmetExpectation.class)
                    .hasMessageEndingWith("but       it sent 67,108,864 bytes and more");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void what_lies_unread_at_the_other_end_is_seen() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        try (Scripted server = new Scripted(socket -> {
            socket.getInputStream().readNBytes(5);
            socket.getOutputStream().write('!');
            done.await();
        })) {
            Peer peer = connect(server).send(new byte[12]).expect("!").expectUnread(7);
            assertThatThrownBy(() -> peer.expectUnread(8))
                    .hasMessage("Expected  the server to leave at least 8 bytes unread\nbut       it left 7 bytes");
            done.countDown();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void drip_gives_each_byte_only_when_the_last_was_taken() throws Exception {
        byte[] bytes = rehearsal.wire.bytes(50);
        try (Scripted server = new Scripted(socket -> {
            for (byte expected : bytes) {
                byte[] room = new byte[10];
                int n = socket.getInputStream().read(room);
                assertThat(Arrays.copyOf(room, n)).containsExactly(expected);
            }
        })) {
            connect(server).drip(bytes);
            server.awaitEnd();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void drip_that_nobody_takes_is_a_deadline() throws Exception {
        hurry();
        try (Scripted server = new Scripted(idles())) {
            assertThatThrownBy(() -> connect(server).drip(new byte[2]))
                    .isInstanceOf(DeadlinePassed.class)
                    .hasMessageStartingWith("Expected  the server to read what was sent\nbut       it did not (");
        }
    }

    @Test
    void send_that_nobody_reads_is_a_deadline() throws Exception {
        hurry();
        try (Scripted server = new Scripted(idles())) {
            assertThatThrownBy(() -> connect(server).send(new byte[64 << 20]))
                    .isInstanceOf(DeadlinePassed.class)
                    .hasMessageContaining("Expected  the server to read 67,108,864 bytes\nbut       it took only ");
        }
    }

    @Test
    void refused_connection_names_the_address() throws Exception {
        InetSocketAddress address;
        try (Scripted server = new Scripted(idles())) {
            address = server.address();
            Peer peer = connect(server);
            peer.close();
        }
        rehearsal.wire.expectRefused(address);
        assertThatThrownBy(() -> rehearsal.wire.connect(address))
                .hasMessage("Expected  a listener on 127.0.0.1:" + address.getPort()
                        + "\nbut       the connection was refused");
    }

    @Test
    void address_that_nobody_can_connect_to_says_what_to_return() {
        assertThatThrownBy(() -> rehearsal.wire.connect(rehearsal.wire.loopback()))
                .hasMessageEndingWith("got 127.0.0.1:0; return the address that the socket is bound to");
        assertThatThrownBy(() -> rehearsal.wire.connect(InetSocketAddress.createUnresolved("a\nb", 1)))
                .hasMessageContaining("got a\\nb:1;");
    }

    @Test
    void closing_the_stage_closes_every_connection() throws Exception {
        try (Scripted server = new Scripted(
                socket -> assertThat(socket.getInputStream().read()).isEqualTo(-1))) {
            connect(server);
            rehearsal.close();
            server.awaitEnd();
        }
    }

    @Test
    void failure_of_a_call_in_the_background_ends_the_wait() throws Exception {
        try (Scripted server = new Scripted(idles())) {
            Peer peer = connect(server);
            rehearsal.wire.start(() -> {
                throw new IOException("broken");
            });
            System.setProperty(Deadlines.SCALE, "10000"); // nothing but the failure can end the wait
            assertThatThrownBy(peer::expectEnd)
                    .isInstanceOf(UnmetExpectation.class)
                    .hasMessage("Expected  the call to succeed\nbut       it threw IOException: broken");
        }
    }

    @Test
    void a_closed_socket_is_gone() throws Exception {
        try (Scripted server = new Scripted(socket -> {})) {
            Peer peer = connect(server).expectEnd();
            server.awaitEnd();
            peer.expectGone();
            assertThat(rehearsal.story()).endsWith("server resets the connection");
        }
    }

    @Test
    void a_socket_that_has_ended_its_output_is_not_gone() throws Exception {
        hurry();
        try (Scripted server = new Scripted(socket -> {
            socket.shutdownOutput();
            testEnded.await();
        })) {
            Peer peer = connect(server).expectEnd();
            assertThatThrownBy(peer::expectGone)
                    .isInstanceOf(DeadlinePassed.class)
                    .hasMessage("Expected  the server to have closed its socket\n"
                            + "but       it still takes what the test sends (waited 0.075 s)");
        }
    }

    @Test
    void line_is_received_up_to_its_end_and_no_further() throws Exception {
        try (Scripted server = new Scripted(
                socket -> socket.getOutputStream().write("one\n\nrest".getBytes(StandardCharsets.UTF_8)))) {
            Peer peer = connect(server);
            assertThat(peer.receiveLine()).isEqualTo("one");
            assertThat(peer.receiveLine()).isEmpty();
            assertThat(peer.receive(3)).asString().isEqualTo("res");
            assertThatThrownBy(peer::receiveLine)
                    .hasMessage("Expected  the server to send a line\nbut       its stream ended after 1 byte");
        }
        assertThat(rehearsal.story()).contains("server sends 4 bytes \"one\\n\"");
    }
}
