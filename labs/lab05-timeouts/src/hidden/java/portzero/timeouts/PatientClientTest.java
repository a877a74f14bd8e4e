package portzero.timeouts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.await.PendingCall;
import portzero.testkit.check.CallDuration;
import portzero.testkit.check.OpenFileCheck;
import portzero.testkit.net.FullBacklog;
import portzero.testkit.net.Listener;
import portzero.testkit.net.Peer;
import portzero.testkit.net.RefusingPort;
import portzero.testkit.net.TestNetwork;

/** What else connecting has to do, and sending as long as all goes well. The test is the server. */
class PatientClientTest {

    private static final Duration SHORT = Duration.ofMillis(100); // to pass
    private static final Duration LONG = Duration.ofMinutes(1); // not to pass
    private static final Duration INSTANT = Duration.ofNanos(500_000);
    private static final int MEBIBYTE = 1 << 20;
    private static final int MOST_LEFT_OPEN = 30; // the JVM opens some files of its own meanwhile

    @LabTest(
            task = 2,
            points = 2,
            hint =
                    "Give connect a timeout of its own: setSoTimeout is for reads, and there is nothing to read yet. Round it up:"
                            + " 0 means for ever",
            notes = "trouble#silence")
    void a_connect_without_an_answer_is_a_timeout(
            @Subject(PatientClient.class) Client client,
            @Subject(PatientClient.class) Client inAHurry,
            TestNetwork network)
            throws Exception {
        Optional<FullBacklog> full = network.fullBacklog();
        if (full.isEmpty()) {
            client.connect(network.listen().address(), LONG);
            return;
        }

        CallDuration.expectAfter(
                SHORT,
                () -> network.start(() -> connect(client, full.get().address(), SHORT))
                        .failure(SocketTimeoutException.class));
        network.start(() -> connect(inAHurry, full.get().address(), INSTANT)).failure(SocketTimeoutException.class);
    }

    @LabTest(
            task = 2,
            points = 1,
            hint = "A socket whose connect has failed is closed for good: make a new one for each attempt",
            notes = "trouble#failed-socket")
    void a_client_can_connect_again_after_a_failure(@Subject(PatientClient.class) Client client, TestNetwork network)
            throws Exception {
        RefusingPort port = network.refusingPort();
        Optional<FullBacklog> full = network.fullBacklog();
        byte[] message = network.letters(12).getBytes(US_ASCII);

        network.start(() -> connect(client, port.address(), LONG)).failure(ConnectException.class);
        if (full.isPresent()) {
            network.start(() -> connect(client, full.get().address(), INSTANT)).failure(SocketTimeoutException.class);
        }
        Listener listener = port.listen();
        client.connect(port.address(), LONG);
        client.send(message, LONG);

        listener.accept().expect(message);
    }

    @LabTest(
            task = 2,
            points = 1,
            hint =
                    "Whatever goes wrong is an IOException: that of a socket may pass, and of a channel's others make one",
            notes = "trouble#unreachable")
    void other_failures_to_connect_are_no_timeouts(@Subject(PatientClient.class) Client client, TestNetwork network)
            throws Exception {
        InetSocketAddress nowhere = InetSocketAddress.createUnresolved(network.letters(8) + ".invalid", 80);
        Optional<InetSocketAddress> unreachable = network.unreachableAddress();

        Expect.noTimeout(network.start(() -> connect(client, nowhere, LONG)));
        if (unreachable.isPresent()) {
            Expect.noTimeout(network.start(() -> connect(client, unreachable.get(), LONG)));
        }
    }

    @LabTest(
            task = 2,
            points = 1,
            hint = "Close the socket, or channel and selector, when connect has failed: nobody else will",
            notes = "trouble#leaks")
    void nothing_stays_open_after_failures_to_connect(@Subject(PatientClient.class) Client client, TestNetwork network)
            throws Exception {
        List<InetSocketAddress> addresses = new ArrayList<>();
        addresses.add(network.refusingPort().address());
        network.unreachableAddress().ifPresent(addresses::add);
        network.fullBacklog().ifPresent(full -> addresses.add(full.address()));
        failAll(client, addresses); // the first time loads classes, which stay open

        OpenFileCheck descriptors = network.descriptors();
        for (int i = 1; i <= 60; i++) {
            failAll(client, addresses);
            if (i % 20 == 0) {
                descriptors.expectAtMostMore(MOST_LEFT_OPEN);
            }
        }
    }

    private static void failAll(Client client, List<InetSocketAddress> addresses) {
        for (InetSocketAddress address : addresses) {
            try {
                client.connect(address, INSTANT);
            } catch (IOException failed) {
                continue; // how is not the point here
            }
            throw new AssertionError("Expected the connect to " + address + " to fail, but it did not");
        }
    }

    @LabTest(
            task = 2,
            points = 1,
            hint = "Look at the timeout before you do anything: zero and less is an IllegalArgumentException",
            notes = "trouble#zero")
    void a_connect_within_no_time_is_an_error_of_the_caller(
            @Subject(PatientClient.class) Client client, TestNetwork network) throws Exception {
        Listener listener = network.listen();
        byte[] message = network.letters(12).getBytes(US_ASCII);

        for (Duration timeout : new Duration[] {Duration.ZERO, Duration.ofMillis(-1)}) {
            network.start(() -> connect(client, listener.address(), timeout)).failure(IllegalArgumentException.class);
        }
        listener.expectNobody();

        client.connect(listener.address(), LONG);
        client.send(message, LONG);
        listener.accept().expect(message);
    }

    @LabTest(
            task = 2,
            points = 1,
            hint = "An address may be of IPv6, too: open the socket for any kind, and take the address as it is",
            notes = "addresses#loopback-wildcard")
    void a_client_connects_over_ipv6(@Subject(PatientClient.class) Client client, TestNetwork network)
            throws IOException {
        Optional<InetSocketAddress> loopback = network.loopback6();
        if (loopback.isEmpty()) {
            return; // a machine without IPv6 has no such server; the story says so
        }
        Listener listener = network.listen(loopback.get());
        byte[] message = network.letters(12).getBytes(US_ASCII);

        client.connect(listener.address(), LONG);
        client.send(message, LONG);

        listener.accept().expect(message);
    }

    @LabTest(
            task = 2,
            points = 1,
            hint = "Write all of the bytes: as long as the time is not up, wait until the system takes more",
            notes = "tcp#write-all")
    void a_large_message_arrives_whole(@Subject(PatientClient.class) Client client, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        byte[] message = network.bytes(8 * MEBIBYTE);
        client.connect(listener.address(), LONG);
        Peer server = listener.accept();

        PendingCall<Boolean> sending = network.start(() -> {
            client.send(message, LONG);
            client.close();
            return true;
        });

        network.expectSame(message, server.receiveUntilEnd());
        sending.result();
    }

    @LabTest(
            task = 2,
            points = 1,
            hint =
                    "The bytes are the caller's: send from the array, and write nothing into it, not even when they are sent",
            notes = "tcp#whose-array")
    void what_is_sent_stays_as_it_was(@Subject(PatientClient.class) Client client, TestNetwork network)
            throws IOException {
        Listener listener = network.listen();
        byte[] message = network.letters(12).getBytes(US_ASCII);
        byte[] copy = message.clone();
        client.connect(listener.address(), LONG);

        client.send(message, LONG);

        listener.accept().expect(copy);
        network.expectArraysUntouched();
    }

    private static boolean connect(Client client, InetSocketAddress server, Duration timeout) throws IOException {
        client.connect(server, timeout);
        return true;
    }
}
