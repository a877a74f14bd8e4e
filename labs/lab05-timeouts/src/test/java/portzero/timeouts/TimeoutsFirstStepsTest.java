package portzero.timeouts;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.await.PendingCall;
import portzero.testkit.check.CallDuration;
import portzero.testkit.net.FullBacklog;
import portzero.testkit.net.Listener;
import portzero.testkit.net.Peer;
import portzero.testkit.net.RefusingPort;
import portzero.testkit.net.SlowSend;
import portzero.testkit.net.TestNetwork;

/** The public tests: the first of each task. More are run when you hand in. */
class TimeoutsFirstStepsTest {

    /** A timeout that is to pass. */
    private static final Duration SHORT = Duration.ofMillis(100);

    /** A timeout that is not to pass. */
    private static final Duration LONG = Duration.ofMinutes(1);

    private static final Duration DRIP_LIMIT = Duration.ofMillis(300);
    private static final Duration DRIP_PACE = Duration.ofMillis(30);
    private static final int DRIPS = 20; // they take twice as long as the limit allows

    @LabTest(
            task = 1,
            points = 3,
            hint = "Connect, and close the socket on every way out; try-with-resources does it",
            notes = "trouble#leaks")
    void an_open_port_is_found_and_left_again(@Subject(TcpProber.class) Prober prober, TestNetwork network)
            throws IOException {
        Listener listener = network.listen();

        expect(Finding.OPEN, prober.probe(listener.address(), LONG));

        listener.accept().expectEnd();
        listener.expectNobody(); // it tried once
    }

    @LabTest(
            task = 1,
            points = 3,
            hint = "A refusal is a ConnectException: catch that, and say what it means",
            notes = "trouble#refused")
    void a_port_without_a_listener_is_refused(@Subject(TcpProber.class) Prober prober, TestNetwork network)
            throws IOException {
        expect(Finding.REFUSED, prober.probe(network.refusingPort().address(), LONG));
    }

    @LabTest(
            task = 1,
            points = 4,
            hint = "The timeout of a connect is the second argument of connect; setSoTimeout is for reads only",
            notes = "trouble#silence")
    void a_server_that_does_not_answer_is_silent(@Subject(TcpProber.class) Prober prober, TestNetwork network)
            throws Exception {
        Optional<FullBacklog> full = network.fullBacklog();
        if (full.isEmpty()) {
            expect(Finding.OPEN, prober.probe(network.listen().address(), LONG));
            return;
        }

        CallDuration.expectAfter(
                SHORT, () -> expect(Finding.SILENT, prober.probe(full.get().address(), SHORT)));
    }

    private static void expect(Finding expected, Finding actual) {
        assertThat(actual)
                .withFailMessage("Expected the finding %s, but it was %s", expected, actual)
                .isEqualTo(expected);
    }

    @LabTest(
            task = 2,
            points = 2,
            hint = "Connect the socket, write all bytes to its output stream, and close the socket in close",
            notes = "tcp#write-all")
    void what_was_sent_arrives_before_the_end(@Subject(PatientClient.class) Client client, TestNetwork network)
            throws IOException {
        Listener listener = network.listen();
        byte[] message = network.letters(12).getBytes(US_ASCII);

        client.connect(listener.address(), LONG);
        Peer server = listener.accept();
        client.send(message, LONG);
        client.close();

        network.expectSame(message, server.receiveUntilEnd());
    }

    @LabTest(
            task = 2,
            points = 1,
            hint = "Let the exception of the socket through: it says refused, and not that time was up",
            notes = "trouble#refused")
    void a_refused_connect_is_no_timeout(@Subject(PatientClient.class) Client client, TestNetwork network)
            throws Exception {
        InetSocketAddress nobody = network.refusingPort().address();

        network.start(() -> connect(client, nobody, LONG)).failure(ConnectException.class);
    }

    private static boolean connect(Client client, InetSocketAddress server, Duration timeout) throws IOException {
        client.connect(server, timeout);
        return true;
    }

    @LabTest(
            task = 3,
            points = 3,
            hint = "setSoTimeout, before the read, is how long a read may wait",
            notes = "trouble#read-timeout")
    void a_silent_server_is_a_timeout(@Subject(PatientClient.class) Client client, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        client.connect(listener.address(), LONG);
        listener.accept().hold();

        CallDuration.expectAfter(
                SHORT, () -> network.start(() -> client.receive(1, SHORT)).failure(SocketTimeoutException.class));
    }

    @LabTest(
            task = 3,
            points = 3,
            hint =
                    "A read timeout says that nothing has come yet; the connection is as good as before, so do not close it",
            notes = "trouble#read-timeout")
    void the_connection_is_usable_after_a_timeout(@Subject(PatientClient.class) Client client, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        byte[] reply = network.letters(12).getBytes(US_ASCII);
        byte[] thanks = network.letters(12).getBytes(US_ASCII);
        client.connect(listener.address(), LONG);
        Peer server = listener.accept();

        network.start(() -> client.receive(reply.length, SHORT)).failure(SocketTimeoutException.class);
        server.expectOpen().send(reply);

        network.expectSame(reply, client.receive(reply.length, LONG));
        client.send(thanks, LONG);
        server.expect(thanks);
    }

    @LabTest(
            task = 3,
            points = 2,
            hint = "One read gives you what is there; go on until you have all that was asked for",
            notes = "tcp#partial-reads")
    void bytes_that_come_one_by_one_in_time_are_received(
            @Subject(PatientClient.class) Client client, TestNetwork network) throws Exception {
        Listener listener = network.listen();
        byte[] reply = network.letters(12).getBytes(US_ASCII);
        client.connect(listener.address(), LONG);
        Peer server = listener.accept();

        PendingCall<byte[]> receiving = network.start(() -> client.receive(reply.length, LONG));
        server.drip(reply);

        network.expectSame(reply, receiving.result());
    }

    @LabTest(
            task = 4,
            points = 5,
            hint =
                    "Each byte that comes starts a read timeout anew: compute the end once, and give each read what is left",
            notes = "trouble#deadline")
    void a_server_that_drips_does_not_stretch_the_limit(
            @Subject(PatientClient.class) Client one,
            @Subject(PatientClient.class) Client two,
            @Subject(PatientClient.class) Client three,
            TestNetwork network)
            throws Exception {
        Listener listener = network.listen();

        for (Client client : List.of(one, two, three)) {
            client.connect(listener.address(), LONG);
            Peer server = listener.accept();
            SlowSend<byte[]> drip =
                    server.dripDuring(network.bytes(DRIPS), DRIP_PACE, () -> client.receive(DRIPS, DRIP_LIMIT));
            drip.call().failure(SocketTimeoutException.class);
            if (drip.longestGap().compareTo(DRIP_LIMIT.dividedBy(2)) < 0) {
                return;
            }
            network.note(
                    "the machine was busy and a byte late; a limit on each byte would have passed, too: once more");
        }
    }

    @LabTest(
            task = 5,
            points = 3,
            hint =
                    "Closing the socket from another thread ends a read that waits; take no lock that the reader holds, and"
                            + " remember that the client is closed",
            notes = "trouble#cancel")
    void close_ends_a_receive_that_waits(@Subject(PatientClient.class) Client client, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        client.connect(listener.address(), LONG);
        Peer server = listener.accept();

        PendingCall<byte[]> receiving = network.start(() -> client.receive(8, LONG));
        server.send(network.letters(5)).awaitTaken(); // it is waiting for the rest now
        client.close();

        expectNoTimeout(receiving.failure(IOException.class));
        expectNoTimeout(
                network.start(() -> connect(client, listener.address(), LONG)).failure(IOException.class));
        listener.expectNobody(); // a closed client stays closed
    }

    private static void expectNoTimeout(IOException failure) {
        assertThat(failure)
                .withFailMessage("Expected an exception that is not a timeout, but it was %s", failure)
                .isNotInstanceOf(SocketTimeoutException.class);
    }

    @LabTest(
            task = 6,
            points = 2,
            hint = "Each step is twice the one before; the first is that of the policy",
            notes = "trouble#backoff")
    void each_wait_is_twice_the_one_before(@Subject(Backoff.class) Retries retries) {
        retries.begin(new Policy(10, Duration.ofMillis(100), Duration.ofHours(1), Duration.ofDays(1)), Duration.ZERO);

        for (long milliseconds = 100; milliseconds <= 1_600; milliseconds *= 2) {
            expectWait(Duration.ofMillis(milliseconds), retries.failed(Duration.ofSeconds(1), 0));
        }
    }

    @LabTest(
            task = 6,
            points = 2,
            hint = "The first attempt counts: after as many failures as there may be attempts, there is no further one",
            notes = "trouble#retry")
    void the_number_of_attempts_is_bounded(@Subject(Backoff.class) Retries retries) {
        Duration second = Duration.ofSeconds(1);
        retries.begin(new Policy(3, second, second, Duration.ofDays(1)), Duration.ZERO);

        expectAnother(true, retries.failed(Duration.ZERO, 0));
        expectAnother(true, retries.failed(Duration.ZERO, 0));
        expectAnother(false, retries.failed(Duration.ZERO, 0));
    }

    private static void expectWait(Duration expected, Optional<Duration> actual) {
        Duration difference = actual.map(wait -> wait.minus(expected).abs()).orElse(LONG);
        assertThat(difference)
                .withFailMessage("Expected a wait of %s, but it was %s", expected, actual)
                .isLessThanOrEqualTo(Duration.ofNanos(1_000));
    }

    private static void expectAnother(boolean expected, Optional<Duration> actual) {
        assertThat(actual.isPresent())
                .withFailMessage(
                        "Expected that there is %s attempt, but the wait was %s",
                        expected ? "another" : "no further", actual)
                .isEqualTo(expected);
    }

    @LabTest(
            task = 7,
            points = 2,
            hint = "Catch the failure of one attempt within the loop, wait, and make another one",
            notes = "trouble#retry")
    void a_server_that_answers_later_is_reached(@Subject(PatientClient.class) Client client, TestNetwork network)
            throws Exception {
        Policy policy = new Policy(1_000, Duration.ofMillis(1), Duration.ofMillis(10), LONG);
        Optional<FullBacklog> full = network.fullBacklog();
        RefusingPort port = network.refusingPort();
        InetSocketAddress address = full.isPresent() ? full.get().address() : port.address();

        PendingCall<Boolean> connecting = network.start(() -> {
            client.connectRetrying(address, SHORT, policy);
            return true;
        });
        // Where the kernel shows an attempt it is certain to fail: what it has sent is dropped.
        Listener listener = full.isPresent() ? full.get().awaitAttempt().release() : port.listen();
        Peer server = listener.accept();

        connecting.result();
        byte[] message = network.letters(12).getBytes(US_ASCII);
        client.send(message, LONG);
        server.expect(message);
    }
}
