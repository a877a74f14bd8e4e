package portzero.timeouts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.await.PendingCall;
import portzero.testkit.net.Listener;
import portzero.testkit.net.Peer;
import portzero.testkit.net.SlowSend;
import portzero.testkit.net.TestNetwork;

/** What else receiving has to do. The test is the server. */
class PatientClientReceiveTest {

    private static final Duration SHORT = Duration.ofMillis(100); // to pass
    private static final Duration LONG = Duration.ofMinutes(1); // not to pass
    private static final Duration INSTANT = Duration.ofNanos(500_000);
    private static final int LARGE = 300_000;
    private static final Duration DRIP_LIMIT = Duration.ofMillis(200);
    private static final Duration DRIP_PACE = Duration.ofMillis(30);
    private static final int DRIPS = 20; // they take three times as long as the limit allows

    @LabTest(
            task = 3,
            points = 2,
            hint = "Keep what has come before the time was up in a field, and begin the next receive with it",
            notes = "trouble#nothing-lost")
    void what_came_before_the_timeout_is_not_lost(@Subject(PatientClient.class) Client client, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        byte[] reply = network.letters(12).getBytes(US_ASCII);
        client.connect(listener.address(), LONG);
        Peer server = listener.accept().send(Arrays.copyOfRange(reply, 0, 7));

        network.start(() -> client.receive(12, SHORT)).failure(SocketTimeoutException.class);
        network.start(() -> client.receive(12, SHORT)).failure(SocketTimeoutException.class);
        server.send(Arrays.copyOfRange(reply, 7, 12));

        network.expectSame(reply, client.receive(12, LONG));
    }

    @LabTest(
            task = 3,
            points = 2,
            hint =
                    "What has come beyond the bytes that were asked for belongs to the next call; do not read or drop it",
            notes = "trouble#nothing-lost")
    void what_came_beyond_is_for_the_next_call(@Subject(PatientClient.class) Client client, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        byte[] reply = network.letters(12).getBytes(US_ASCII);
        client.connect(listener.address(), LONG);
        listener.accept().send(reply);

        network.expectSame(Arrays.copyOfRange(reply, 0, 5), client.receive(5, LONG));
        network.start(() -> client.receive(8, SHORT)).failure(SocketTimeoutException.class);
        network.expectSame(Arrays.copyOfRange(reply, 5, 7), client.receive(2, LONG));
        network.expectSame(Arrays.copyOfRange(reply, 7, 12), client.receive(5, LONG));
    }

    @LabTest(
            task = 3,
            points = 1,
            hint = "An answer may be longer than your buffer, and its bytes may be any, 0 and ff among them",
            notes = "trouble#nothing-lost")
    void a_large_answer_comes_whole_after_a_timeout(@Subject(PatientClient.class) Client client, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        byte[] reply = network.bytes(LARGE);
        client.connect(listener.address(), LONG);
        Peer server = listener.accept();

        PendingCall<byte[]> inVain = network.start(() -> client.receive(LARGE, SHORT));
        server.send(Arrays.copyOfRange(reply, 0, LARGE / 2));
        inVain.failure(SocketTimeoutException.class);
        PendingCall<byte[]> receiving = network.start(() -> client.receive(LARGE, LONG));
        server.send(Arrays.copyOfRange(reply, LARGE / 2, LARGE));

        network.expectSame(reply, receiving.result());
    }

    @LabTest(
            task = 3,
            points = 2,
            hint =
                    "A read that gives -1 says that nothing will come any more: that is an EOFException, and no timeout. What came"
                            + " before it is there to be received",
            notes = "trouble#end-or-timeout")
    void the_end_of_the_stream_is_no_timeout(
            @Subject(PatientClient.class) Client client,
            @Subject(PatientClient.class) Client other,
            TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        byte[] reply = network.letters(5).getBytes(US_ASCII);

        client.connect(listener.address(), LONG);
        listener.accept().send(reply).endOutput(); // before it is asked for
        network.expectSame(reply, client.receive(5, LONG));
        network.start(() -> client.receive(8, LONG)).failure(EOFException.class);
        network.start(() -> client.receive(1, LONG)).failure(EOFException.class);

        other.connect(listener.address(), LONG);
        Peer server = listener.accept();
        PendingCall<byte[]> receiving = network.start(() -> other.receive(8, LONG));
        server.send(reply).awaitTaken().endOutput(); // while it is waited for
        receiving.failure(EOFException.class);
    }

    @LabTest(
            task = 3,
            points = 2,
            hint = "Not every IOException of a read or write is a timeout: let those that are not go on to the caller",
            notes = "trouble#reset")
    void a_reset_is_no_timeout(@Subject(PatientClient.class) Client client, TestNetwork network) throws Exception {
        Listener listener = network.listen();
        client.connect(listener.address(), LONG);
        Peer server = listener.accept();

        PendingCall<byte[]> receiving = network.start(() -> client.receive(8, LONG));
        server.send(network.letters(5)).awaitTaken().reset();

        Expect.noTimeout(receiving);
        Expect.noTimeout(network.start(() -> {
            client.send(new byte[8], LONG);
            client.send(new byte[8], LONG); // the first may have been taken by the system
            return true;
        }));
    }

    @LabTest(
            task = 3,
            points = 2,
            hint =
                    "To setSoTimeout 0 means for ever: round up, and refuse what is not more than zero before you read anything",
            notes = "trouble#zero")
    void a_very_short_timeout_is_not_for_ever(@Subject(PatientClient.class) Client client, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        byte[] reply = network.letters(5).getBytes(US_ASCII);
        client.connect(listener.address(), LONG);
        Peer server = listener.accept();

        network.start(() -> client.receive(1, INSTANT)).failure(SocketTimeoutException.class);
        server.send(reply);
        for (Duration timeout : new Duration[] {Duration.ZERO, Duration.ofMillis(-1)}) {
            network.start(() -> client.receive(1, timeout)).failure(IllegalArgumentException.class);
        }

        network.expectSame(reply, client.receive(5, LONG));
    }

    @LabTest(
            task = 3,
            points = 1,
            hint =
                    "Each client has a socket of its own and keeps what has come for itself: in fields that are not static",
            notes = "trouble#nothing-lost")
    void two_clients_do_not_share_anything(
            @Subject(PatientClient.class) Client one, @Subject(PatientClient.class) Client two, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        byte[] first = network.letters(12).getBytes(US_ASCII);
        byte[] second = network.letters(9).getBytes(US_ASCII);
        one.connect(listener.address(), LONG);
        Peer serverOfOne = listener.accept();
        two.connect(listener.address(), LONG);
        Peer serverOfTwo = listener.accept();

        PendingCall<byte[]> receiving = network.start(() -> one.receive(12, LONG));
        serverOfOne.send(Arrays.copyOfRange(first, 0, 7)).awaitTaken(); // it is waiting for the rest now
        serverOfTwo.send(second);
        network.expectSame(second, two.receive(9, LONG));
        two.send(second, LONG);
        serverOfTwo.expect(second);
        two.close();
        serverOfTwo.expectEnd();
        serverOfOne.send(Arrays.copyOfRange(first, 7, 12));

        network.expectSame(first, receiving.result());
    }

    @LabTest(
            task = 4,
            points = 3,
            hint = "When the time for all bytes is up some of them have come: keep these, as after any other timeout",
            notes = "trouble#nothing-lost")
    void what_has_dripped_in_is_there_for_the_next_call(
            @Subject(PatientClient.class) Client one,
            @Subject(PatientClient.class) Client two,
            @Subject(PatientClient.class) Client three,
            TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        byte[] reply = network.bytes(DRIPS);

        for (Client client : List.of(one, two, three)) {
            client.connect(listener.address(), LONG);
            Peer server = listener.accept();
            SlowSend<byte[]> drip = server.dripDuring(reply, DRIP_PACE, () -> client.receive(DRIPS, DRIP_LIMIT));
            drip.call().failure(SocketTimeoutException.class);
            network.expectSame(Arrays.copyOf(reply, drip.sent()), client.receive(drip.sent(), LONG));
            if (drip.longestGap().compareTo(DRIP_LIMIT.dividedBy(2)) < 0) {
                return;
            }
            network.note(
                    "the machine was busy and a byte late; a limit on each byte would have passed, too: once more");
        }
    }
}
