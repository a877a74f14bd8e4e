package portzero.timeouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.await.PendingCall;
import portzero.testkit.check.CallDuration;
import portzero.testkit.net.FullBacklog;
import portzero.testkit.net.Listener;
import portzero.testkit.net.TestNetwork;

/** What else has to hold when a connect is tried again. The test is the server. */
class PatientClientRetryTest {

    private static final Duration INSTANT = Duration.ofMillis(1);
    private static final Duration A_WHILE =
            Duration.ofMillis(300); // to pass, and long enough for the test to act meanwhile
    private static final Duration SHORT = Duration.ofMillis(100); // to pass
    private static final Duration LONG = Duration.ofMinutes(1); // not to pass
    private static final Duration MORE_THAN_A_SECOND = Duration.ofMillis(1_200);

    @LabTest(
            task = 7,
            points = 1,
            hint =
                    "Ask the backoff with a new random number each time, and wait as long as it says before you try again",
            notes = "trouble#backoff")
    void there_is_a_wait_between_two_attempts_and_chance_has_a_say(
            @Subject(PatientClient.class) Client client, TestNetwork network) throws Exception {
        Duration step = Duration.ofMillis(200); // the wait is between half of it and the whole
        Policy policy = new Policy(2, step, step, Duration.ofMillis(150)); // so every other wait is too long to begin
        InetSocketAddress nobody = network.refusingPort().address();

        int waits = 0;
        int calls = 0;
        while (calls < 60 && waits < 20 && (waits < 2 || waits == calls)) {
            long begin = System.nanoTime();
            network.start(() -> connectRetrying(client, nobody, LONG, policy)).failure(IOException.class);
            waits += System.nanoTime() - begin >= step.toNanos() / 2 ? 1 : 0;
            calls++;
        }

        expectSome(2, waits, "a wait of 100 to 150 ms between two attempts", calls);
        expectSome(1, calls - waits, "a wait of more than 150 ms, and so none within the limit", calls);
    }

    private static void expectSome(int least, int times, String what, int calls) {
        assertThat(times)
                .withFailMessage(
                        "Expected that chance makes it %s in every other call or so, but it was so in %d of %d",
                        what, times, calls)
                .isGreaterThanOrEqualTo(least);
    }

    @LabTest(
            task = 7,
            points = 1,
            hint = "Try again whatever the failure was, and throw what the last attempt threw",
            notes = "trouble#retry")
    void the_failure_of_the_last_attempt_is_thrown(@Subject(PatientClient.class) Client client, TestNetwork network)
            throws Exception {
        Duration wait = Duration.ofMillis(150);
        InetSocketAddress nowhere = InetSocketAddress.createUnresolved(network.letters(8) + ".invalid", 80);
        InetSocketAddress nobody = network.refusingPort().address();
        Policy instantly = new Policy(3, INSTANT, INSTANT, LONG);

        CallDuration.expectNotBefore(
                wait.dividedBy(2),
                () -> Expect.noTimeout(
                        network.start(() -> connectRetrying(client, nowhere, LONG, new Policy(2, wait, wait, LONG)))));
        network.start(() -> connectRetrying(client, nobody, LONG, instantly)).failure(ConnectException.class);
        Policy tooLate = new Policy(100, LONG, LONG, MORE_THAN_A_SECOND); // the first wait would outlast the limit
        network.start(() -> connectRetrying(client, nobody, LONG, tooLate)).failure(ConnectException.class);
        Optional<FullBacklog> full = network.fullBacklog();
        if (full.isPresent()) {
            PendingCall<Boolean> connecting = network.start(
                    () -> connectRetrying(client, full.get().address(), A_WHILE, new Policy(3, wait, wait, LONG)));
            full.get().awaitAttempt().close(); // the first attempt finds silence, and the last one a refusal
            connecting.failure(ConnectException.class);
        }
    }

    @LabTest(
            task = 7,
            points = 1,
            hint = "Each attempt has the timeout, the backoff counts the attempts, and it begins anew with each call",
            notes = "trouble#retry")
    void each_call_makes_its_attempts_and_each_has_its_time(
            @Subject(PatientClient.class) Client client, TestNetwork network) throws Exception {
        Policy twice = new Policy(2, INSTANT, INSTANT, LONG);
        Optional<FullBacklog> full = network.fullBacklog();
        InetSocketAddress silent =
                full.isPresent() ? full.get().address() : network.listen().address();

        network.start(() -> connectRetrying(client, silent, Duration.ZERO, twice))
                .failure(IllegalArgumentException.class);
        if (full.isEmpty()) {
            client.connectRetrying(silent, LONG, twice);
            return;
        }
        for (int i = 0; i < 2; i++) {
            CallDuration.expectBetween(
                    SHORT.multipliedBy(2),
                    SHORT.multipliedBy(2).plusMillis(90), // less than a third attempt would take
                    () -> network.start(() -> connectRetrying(client, silent, SHORT, twice))
                            .failure(SocketTimeoutException.class));
        }
    }

    @LabTest(
            task = 7,
            points = 1,
            hint =
                    "The limit is for everything: give an attempt its own timeout or what is left of the limit, the shorter one",
            notes = "trouble#deadline")
    void an_attempt_does_not_outlast_the_limit(@Subject(PatientClient.class) Client client, TestNetwork network)
            throws Exception {
        Policy policy = new Policy(100, INSTANT, INSTANT, SHORT);
        Optional<FullBacklog> full = network.fullBacklog();
        if (full.isEmpty()) {
            connectRetrying(client, network.listen().address(), LONG, policy);
            return;
        }

        CallDuration.expectBetween(
                Duration.ZERO,
                SHORT.plusMillis(300),
                () -> network.start(() -> connectRetrying(client, full.get().address(), LONG, policy))
                        .failure(SocketTimeoutException.class));
    }

    @LabTest(
            task = 7,
            points = 1,
            hint =
                    "Wait for something that close can give you, with a time limit, and not in Thread.sleep. An attempt that was"
                            + " cancelled is no reason to try again",
            notes = "trouble#cancel")
    void close_ends_the_attempts_and_the_wait_between_two(
            @Subject(PatientClient.class) Client one, @Subject(PatientClient.class) Client two, TestNetwork network)
            throws Exception {
        Policy policy = new Policy(3, LONG, LONG, LONG.multipliedBy(10));
        InetSocketAddress nobody = network.refusingPort().address();

        PendingCall<Boolean> waiting = network.start(() -> connectRetrying(one, nobody, LONG, policy));
        Optional<FullBacklog> full = network.fullBacklog();
        if (full.isPresent()) {
            PendingCall<Boolean> connecting =
                    network.start(() -> connectRetrying(two, full.get().address(), LONG, policy));
            full.get().awaitAttempt();
            two.close();
            Expect.noTimeout(connecting);
        }
        network.awaitRest(); // a moment, in which the first attempt fails
        one.close();

        Expect.noTimeout(waiting);
        Expect.noTimeout(network.start(() -> connectRetrying(one, nobody, LONG, policy)));
    }

    @LabTest(
            task = 7,
            points = 1,
            hint =
                    "Wait as long as the caller says: a limit that you add for safety cuts off what was allowed to be slow",
            notes = "trouble#read-timeout")
    void no_wait_is_cut_short(
            @Subject(TcpProber.class) Prober prober,
            @Subject(PatientClient.class) Client connector,
            @Subject(PatientClient.class) Client receiver,
            @Subject(PatientClient.class) Client sender,
            TestNetwork network)
            throws Exception {
        Policy once = new Policy(1, INSTANT, INSTANT, LONG);
        Listener listener = network.listen();
        receiver.connect(listener.address(), LONG);
        listener.accept().hold();
        sender.connect(listener.address(), LONG);
        listener.accept().hold();
        Optional<FullBacklog> full = network.fullBacklog();

        PendingCall<Duration> sending =
                network.start(() -> CallDuration.expectTimeout(MORE_THAN_A_SECOND, () -> send(sender)));
        PendingCall<Duration> receiving = network.start(
                () -> CallDuration.expectTimeout(MORE_THAN_A_SECOND, () -> receiver.receive(1, MORE_THAN_A_SECOND)));
        if (full.isPresent()) {
            InetSocketAddress silent = full.get().address();
            PendingCall<Duration> connecting = network.start(() -> CallDuration.expectTimeout(
                    MORE_THAN_A_SECOND, () -> connector.connectRetrying(silent, MORE_THAN_A_SECOND, once)));
            CallDuration.expectNotBefore(
                    MORE_THAN_A_SECOND,
                    () -> assertThat(prober.probe(silent, MORE_THAN_A_SECOND)).isEqualTo(Finding.SILENT));
            connecting.result();
        }
        receiving.result();
        sending.result();
    }

    private static void send(Client client) throws IOException {
        byte[] message = new byte[1 << 20];
        for (int i = 0; i < 64; i++) { // the network holds some of it
            client.send(message, MORE_THAN_A_SECOND);
        }
    }

    private static boolean connectRetrying(Client client, InetSocketAddress server, Duration timeout, Policy policy)
            throws IOException {
        client.connectRetrying(server, timeout, policy);
        return true;
    }
}
