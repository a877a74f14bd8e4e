package portzero.timeouts;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import portzero.testkit.Drip;
import portzero.testkit.FullBacklog;
import portzero.testkit.Hint;
import portzero.testkit.Listener;
import portzero.testkit.Peer;
import portzero.testkit.Points;
import portzero.testkit.Reading;
import portzero.testkit.RefusingPort;
import portzero.testkit.Running;
import portzero.testkit.Subject;
import portzero.testkit.Task;
import portzero.testkit.Wire;

/** What else connecting and receiving have to do. The test is the server. */
class PatientClientTest {

    private static final Duration SHORT = Duration.ofMillis(100); // to pass
    private static final Duration LONG = Duration.ofMinutes(1); // not to pass
    private static final Duration DRIP_LIMIT = Duration.ofMillis(300);
    private static final Duration DRIP_PACE = Duration.ofMillis(30);
    private static final int DRIPS = 20; // they take twice as long as the limit allows

    @Test
    @Task(2)
    @Points(3)
    @Hint("Give connect a timeout of its own: setSoTimeout is for reads, and there is nothing to read yet")
    @Reading("trouble#silence")
    void a_connect_without_an_answer_is_a_timeout(@Subject(PatientClient.class) Client client, Wire wire)
            throws Exception {
        Optional<FullBacklog> full = wire.fullBacklog();
        if (full.isEmpty()) {
            client.connect(wire.listen().address(), LONG);
            return;
        }

        wire.start(() -> connect(client, full.get().address(), SHORT)).failure(SocketTimeoutException.class);
    }

    @Test
    @Task(2)
    @Points(4)
    @Hint("A socket whose connect has failed is closed for good: make a new one for each attempt")
    @Reading("trouble#failed-socket")
    void a_client_can_connect_again_after_a_failure(@Subject(PatientClient.class) Client client, Wire wire)
            throws Exception {
        RefusingPort port = wire.refusingPort();
        byte[] message = wire.letters(12).getBytes(US_ASCII);

        wire.start(() -> connect(client, port.address(), LONG)).failure(ConnectException.class);
        Listener listener = port.listen();
        client.connect(port.address(), LONG);
        client.send(message, LONG);

        listener.accept().expect(message);
    }

    @Test
    @Task(3)
    @Points(4)
    @Hint("Keep what has come before the time was up in a field, and begin the next receive with it")
    @Reading("trouble#nothing-lost")
    void what_came_before_the_timeout_is_not_lost(@Subject(PatientClient.class) Client client, Wire wire)
            throws Exception {
        Listener listener = wire.listen();
        byte[] reply = wire.letters(12).getBytes(US_ASCII);
        client.connect(listener.address(), LONG);
        Peer server = listener.accept().send(Arrays.copyOfRange(reply, 0, 7));

        wire.start(() -> client.receive(12, SHORT)).failure(SocketTimeoutException.class);
        wire.start(() -> client.receive(12, SHORT)).failure(SocketTimeoutException.class);
        server.send(Arrays.copyOfRange(reply, 7, 12));

        wire.expectSame(reply, client.receive(12, LONG));
    }

    @Test
    @Task(3)
    @Points(2)
    @Hint("What has come beyond the bytes that were asked for belongs to the next call; do not read or drop it")
    @Reading("trouble#nothing-lost")
    void what_came_beyond_is_for_the_next_call(@Subject(PatientClient.class) Client client, Wire wire)
            throws Exception {
        Listener listener = wire.listen();
        byte[] reply = wire.letters(12).getBytes(US_ASCII);
        client.connect(listener.address(), LONG);
        listener.accept().send(reply);

        wire.expectSame(Arrays.copyOfRange(reply, 0, 5), client.receive(5, LONG));
        wire.start(() -> client.receive(8, SHORT)).failure(SocketTimeoutException.class);
        wire.expectSame(Arrays.copyOfRange(reply, 5, 7), client.receive(2, LONG));
        wire.expectSame(Arrays.copyOfRange(reply, 7, 12), client.receive(5, LONG));
    }

    @Test
    @Task(3)
    @Points(3)
    @Hint("A read that gives -1 says that nothing will come any more: that is an EOFException, and no timeout")
    @Reading("trouble#end-or-timeout")
    void the_end_of_the_stream_is_no_timeout(@Subject(PatientClient.class) Client client, Wire wire) throws Exception {
        Listener listener = wire.listen();
        client.connect(listener.address(), LONG);
        listener.accept().send(wire.letters(5)).endOutput();

        wire.start(() -> client.receive(8, Duration.ofSeconds(1))).failure(EOFException.class);
    }

    @Test
    @Task(3)
    @Points(2)
    @Hint("Not every IOException of a read is a timeout: let those that are not go on to the caller")
    @Reading("trouble#reset")
    void a_reset_is_no_timeout(@Subject(PatientClient.class) Client client, Wire wire) throws Exception {
        Listener listener = wire.listen();
        client.connect(listener.address(), LONG);
        Peer server = listener.accept();

        Running<byte[]> receiving = wire.start(() -> client.receive(8, LONG));
        server.send(wire.letters(5)).awaitTaken().reset();

        expectNoTimeout(receiving.failure(IOException.class));
    }

    @Test
    @Task(3)
    @Points(2)
    @Hint("To setSoTimeout 0 means for ever: round up, and refuse what is not more than zero")
    @Reading("trouble#zero")
    void a_very_short_timeout_is_not_for_ever(@Subject(PatientClient.class) Client client, Wire wire) throws Exception {
        Listener listener = wire.listen();
        client.connect(listener.address(), LONG);
        listener.accept().hold();

        wire.start(() -> client.receive(1, Duration.ZERO)).failure(IllegalArgumentException.class);
        wire.start(() -> client.receive(1, Duration.ofNanos(500_000))).failure(SocketTimeoutException.class);
    }

    @Test
    @Task(4)
    @Points(6)
    @Hint("Each byte that comes starts a read timeout anew: compute the end once, and give each read what is left")
    @Reading("trouble#deadline")
    void a_server_that_drips_does_not_stretch_the_limit(
            @Subject(PatientClient.class) Client one,
            @Subject(PatientClient.class) Client two,
            @Subject(PatientClient.class) Client three,
            Wire wire)
            throws Exception {
        Listener listener = wire.listen();

        for (Client client : List.of(one, two, three)) {
            client.connect(listener.address(), LONG);
            Peer server = listener.accept();
            Drip<byte[]> drip =
                    server.dripDuring(wire.bytes(DRIPS), DRIP_PACE, () -> client.receive(DRIPS, DRIP_LIMIT));
            drip.call().failure(SocketTimeoutException.class);
            if (drip.longestGap().compareTo(DRIP_LIMIT.dividedBy(2)) < 0) {
                return;
            }
            wire.note("the machine was busy and a byte late; a limit on each byte would have passed, too: once more");
        }
    }

    private static boolean connect(Client client, InetSocketAddress server, Duration timeout) throws IOException {
        client.connect(server, timeout);
        return true;
    }

    private static void expectNoTimeout(IOException failure) {
        assertThat(failure)
                .withFailMessage("Expected an exception that is not a timeout, but it was %s", failure)
                .isNotInstanceOf(SocketTimeoutException.class);
    }
}
