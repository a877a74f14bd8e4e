package portzero.timeouts;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.await.PendingCall;
import portzero.testkit.check.CallDuration;
import portzero.testkit.net.FullBacklog;
import portzero.testkit.net.Listener;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/** What else sending and closing have to do. The test is the server. */
class PatientClientCloseTest {

    private static final Duration MOMENT = Duration.ofMillis(20); // to pass
    private static final Duration SHORT = Duration.ofMillis(100); // to pass
    private static final Duration LONG = Duration.ofMinutes(1); // not to pass
    private static final int MEBIBYTE = 1 << 20;
    private static final int MORE_THAN_THE_NETWORK_HOLDS = 64; // mebibytes
    private static final Duration SIP_LIMIT = Duration.ofMillis(300);
    private static final Duration SIP_PACE = Duration.ofMillis(50);
    private static final int SIP = MEBIBYTE / 2; // the whole takes more than a second

    @LabTest(
            task = 5,
            points = 3,
            hint =
                    "Put the new socket into the field before you connect it, or close will not find it; and take no lock that a"
                            + " send holds while it waits",
            notes = "trouble#cancel")
    void close_ends_a_connect_and_a_send_that_wait(
            @Subject(PatientClient.class) Client one, @Subject(PatientClient.class) Client two, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        one.connect(listener.address(), LONG);
        listener.accept().hold();
        byte[] message = new byte[MEBIBYTE];
        PendingCall<Boolean> sending = network.start(() -> sendWithoutEnd(one, message, LONG));

        Optional<FullBacklog> full = network.fullBacklog();
        if (full.isPresent()) {
            PendingCall<Boolean> connecting =
                    network.start(() -> connect(two, full.get().address(), LONG));
            full.get().awaitAttempt();
            two.close();
            Expect.noTimeout(connecting);
        }
        network.awaitRest(); // nobody reads: a send waits now
        one.close();
        Expect.noTimeout(sending);
    }

    @LabTest(
            task = 5,
            points = 3,
            hint =
                    "No socket option ends a write that waits: have the client closed when the time is up, as if by close",
            notes = "trouble#write-timeout")
    void a_send_that_nobody_reads_is_given_up(
            @Subject(PatientClient.class) Client one,
            @Subject(PatientClient.class) Client two,
            @Subject(PatientClient.class) Client three,
            @Subject(PatientClient.class) Client four,
            TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        byte[] message = network.bytes(MEBIBYTE);
        List<Client> clients = List.of(one, two, three, four);
        int[] tries = new int[1];

        CallDuration.expectBetween(SHORT, SHORT.plusMillis(400), () -> {
            Client client = clients.get(tries[0]++);
            client.connect(listener.address(), LONG);
            Peer server = listener.accept().hold();
            PendingCall<Boolean> sending = network.start(() -> sendWithoutEnd(client, message, SHORT));
            sending.failure(SocketTimeoutException.class);
            server.receiveUntilEnd();
        });

        Client closed = clients.get(tries[0] - 1);
        Expect.noTimeout(network.start(() -> sendWithoutEnd(closed, message, SHORT)));
        Expect.noTimeout(network.start(() -> connect(closed, listener.address(), SHORT)));
        listener.expectNobody();
    }

    @LabTest(
            task = 5,
            points = 2,
            hint = "The time is one for all of the bytes, however many pieces go: compute its end once",
            notes = "trouble#deadline")
    void a_server_that_reads_slowly_does_not_stretch_the_limit(
            @Subject(PatientClient.class) Client client, TestNetwork network) throws Exception {
        Listener listener = network.listen();
        client.connect(listener.address(), LONG);
        Peer server = listener.accept();
        byte[] message = new byte[16 * MEBIBYTE];

        PendingCall<Boolean> sending = server.sipDuring(SIP, SIP_PACE, () -> send(client, message, SIP_LIMIT));

        sending.failure(SocketTimeoutException.class);
    }

    @LabTest(
            task = 5,
            points = 2,
            hint =
                    "There may be no connection yet when close is called, or none any more; later calls find the client closed",
            notes = "trouble#cancel")
    void a_closed_client_stays_closed(
            @Subject(PatientClient.class) Client idle, @Subject(PatientClient.class) Client client, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        client.connect(listener.address(), LONG);
        Peer server = listener.accept().send(network.letters(12));

        idle.close();
        network.start(() -> client.receive(20, MOMENT))
                .failure(SocketTimeoutException.class); // 12 have come, and are kept
        client.receive(2, LONG);
        client.close();
        client.close();

        List<Callable<Object>> late = List.of(
                () -> connect(idle, listener.address(), LONG),
                () -> connect(client, listener.address(), LONG),
                () -> send(client, new byte[1], LONG),
                () -> client.receive(1, LONG));
        for (Callable<Object> call : late) {
            Expect.noTimeout(network.start(call));
        }
        listener.expectNobody();
        server.expectEnd().expectGone();
    }

    @LabTest(
            task = 5,
            points = 1,
            hint =
                    "Look at the timeout before you write or close anything: zero and less is an IllegalArgumentException. Half a"
                            + " millisecond is a timeout, and not for ever",
            notes = "trouble#zero")
    void a_send_has_a_very_short_time_but_not_none(@Subject(PatientClient.class) Client client, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        client.connect(listener.address(), LONG);
        Peer server = listener.accept().hold();
        byte[] message = network.bytes(MEBIBYTE);

        for (Duration timeout : new Duration[] {Duration.ZERO, Duration.ofMillis(-1)}) {
            network.start(() -> send(client, message, timeout)).failure(IllegalArgumentException.class);
        }
        server.expectOpen(); // nothing was done

        network.start(() -> sendWithoutEnd(client, message, Duration.ofNanos(500_000)))
                .failure(SocketTimeoutException.class);
    }

    private static boolean connect(Client client, InetSocketAddress server, Duration timeout) throws IOException {
        client.connect(server, timeout);
        return true;
    }

    private static boolean send(Client client, byte[] message, Duration timeout) throws IOException {
        client.send(message, timeout);
        return true;
    }

    private static boolean sendWithoutEnd(Client client, byte[] message, Duration timeout) throws IOException {
        for (int i = 0; i < MORE_THAN_THE_NETWORK_HOLDS; i++) {
            client.send(message, timeout);
        }
        return true;
    }
}
