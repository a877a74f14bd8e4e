package portzero.timeouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import portzero.testkit.FullBacklog;
import portzero.testkit.Hint;
import portzero.testkit.Listener;
import portzero.testkit.Peer;
import portzero.testkit.Points;
import portzero.testkit.Reading;
import portzero.testkit.Running;
import portzero.testkit.Subject;
import portzero.testkit.Task;
import portzero.testkit.Wire;

/** What else sending and closing have to do. The test is the server. */
class PatientClientCloseTest {

    private static final Duration SHORT = Duration.ofMillis(100); // to pass
    private static final Duration LONG = Duration.ofMinutes(1); // not to pass
    private static final int MEBIBYTE = 1 << 20;

    @Test
    @Task(5)
    @Points(3)
    @Hint("Put the new socket into the field before you connect it, or close will not find it")
    @Reading("trouble#cancel")
    void close_ends_a_connect_that_waits(@Subject(PatientClient.class) Client client, Wire wire) throws Exception {
        Optional<FullBacklog> full = wire.fullBacklog();
        if (full.isEmpty()) {
            client.connect(wire.listen().address(), LONG);
            return;
        }

        Running<Boolean> connecting =
                wire.start(() -> connect(client, full.get().address(), LONG));
        full.get().awaitAttempt();
        client.close();

        expectNoTimeout(connecting.failure(IOException.class));
    }

    @Test
    @Task(5)
    @Points(4)
    @Hint("No socket option ends a write that waits: let a timer close the client when the time is up")
    @Reading("trouble#write-timeout")
    void a_send_that_nobody_reads_is_given_up(@Subject(PatientClient.class) Client client, Wire wire) throws Exception {
        Listener listener = wire.listen();
        byte[] message = wire.bytes(MEBIBYTE);
        client.connect(listener.address(), LONG);
        Peer server = listener.accept().hold();

        Running<Boolean> sending = wire.start(() -> sendWithoutEnd(client, message));
        sending.failure(SocketTimeoutException.class);

        server.receiveUntilEnd();
    }

    @Test
    @Task(5)
    @Points(2)
    @Hint("Write all of the bytes: as long as the time is not up, wait until the system takes more")
    @Reading("tcp#write-all")
    void a_large_message_arrives_whole(@Subject(PatientClient.class) Client client, Wire wire) throws Exception {
        Listener listener = wire.listen();
        byte[] message = wire.bytes(8 * MEBIBYTE);
        client.connect(listener.address(), LONG);
        Peer server = listener.accept();

        Running<Boolean> sending = wire.start(() -> {
            client.send(message, LONG);
            client.close();
            return true;
        });

        wire.expectSame(message, server.receiveUntilEnd());
        sending.result();
    }

    @Test
    @Task(5)
    @Points(2)
    @Hint("There may be no connection yet when close is called, or none any more; later calls find the client closed")
    @Reading("trouble#cancel")
    void a_closed_client_stays_closed(
            @Subject(PatientClient.class) Client idle, @Subject(PatientClient.class) Client client, Wire wire)
            throws Exception {
        Listener listener = wire.listen();
        client.connect(listener.address(), LONG);
        Peer server = listener.accept().send(wire.letters(12));

        idle.close();
        client.receive(2, LONG);
        client.close();
        client.close();

        List<Callable<Object>> late = List.of(
                () -> connect(idle, listener.address(), SHORT),
                () -> connect(client, listener.address(), SHORT),
                () -> client.receive(1, SHORT));
        for (Callable<Object> call : late) {
            expectNoTimeout(wire.start(call).failure(IOException.class));
        }
        listener.expectNobody();
        server.hold();
    }

    private static boolean connect(Client client, InetSocketAddress server, Duration timeout) throws IOException {
        client.connect(server, timeout);
        return true;
    }

    private static boolean sendWithoutEnd(Client client, byte[] message) throws IOException {
        for (int i = 0; i < 64; i++) { // the network holds some of it
            client.send(message, Duration.ofMillis(150));
        }
        return true;
    }

    private static void expectNoTimeout(IOException failure) {
        assertThat(failure)
                .withFailMessage("Expected an exception that is not a timeout, but it was %s", failure)
                .isNotInstanceOf(SocketTimeoutException.class);
    }
}
