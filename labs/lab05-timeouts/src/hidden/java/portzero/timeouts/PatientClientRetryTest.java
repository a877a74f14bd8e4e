package portzero.timeouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import portzero.testkit.FullBacklog;
import portzero.testkit.Hint;
import portzero.testkit.Points;
import portzero.testkit.Reading;
import portzero.testkit.Running;
import portzero.testkit.Subject;
import portzero.testkit.Task;
import portzero.testkit.Wire;

/** What else has to hold when a connect is tried again. The test is the server. */
class PatientClientRetryTest {

    private static final Duration SHORT = Duration.ofMillis(100); // to pass
    private static final Duration LONG = Duration.ofMinutes(1); // not to pass

    @Test
    @Task(7)
    @Points(1)
    @Hint("Wait as long as the backoff says before you try again: who does not wait is a burden to the server")
    @Reading("trouble#backoff")
    void there_is_a_wait_between_two_attempts(@Subject(PatientClient.class) Client client, Wire wire) throws Exception {
        Duration wait = Duration.ofMillis(400); // half of it at least, whatever the random number
        InetSocketAddress nobody = wire.refusingPort().address();

        long begin = System.nanoTime();
        wire.start(() -> connectRetrying(client, nobody, LONG, new Policy(2, wait, wait, wait.multipliedBy(3))))
                .failure(ConnectException.class);

        Duration waited = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(waited)
                .withFailMessage(
                        "Expected a wait of 200 ms at least, but both attempts had failed after %d ms",
                        waited.toMillis())
                .isGreaterThan(Duration.ofMillis(190));
    }

    @Test
    @Task(7)
    @Points(1)
    @Hint("When there is to be no further attempt, throw what the last one threw")
    @Reading("trouble#retry")
    void the_last_failure_is_thrown_when_all_attempts_have_failed(
            @Subject(PatientClient.class) Client client, Wire wire) throws Exception {
        Policy policy = new Policy(3, Duration.ofMillis(1), Duration.ofMillis(1), LONG);
        InetSocketAddress nobody = wire.refusingPort().address();

        wire.start(() -> connectRetrying(client, nobody, LONG, policy)).failure(ConnectException.class);
    }

    @Test
    @Task(7)
    @Points(2)
    @Hint("The limit is for everything: give an attempt its own timeout or what is left of the limit, the shorter one")
    @Reading("trouble#deadline")
    void an_attempt_does_not_outlast_the_limit(@Subject(PatientClient.class) Client client, Wire wire)
            throws Exception {
        Policy policy = new Policy(100, Duration.ofMillis(1), Duration.ofMillis(1), SHORT);
        Optional<FullBacklog> full = wire.fullBacklog();
        if (full.isEmpty()) {
            connectRetrying(client, wire.listen().address(), LONG, policy);
            return;
        }

        wire.start(() -> connectRetrying(client, full.get().address(), LONG, policy))
                .failure(SocketTimeoutException.class);
    }

    @Test
    @Task(7)
    @Points(1)
    @Hint("Wait for something that close can give you, with a time limit, and not in Thread.sleep")
    @Reading("trouble#cancel")
    void close_ends_the_wait_between_two_attempts(@Subject(PatientClient.class) Client client, Wire wire)
            throws Exception {
        Policy policy = new Policy(2, LONG, LONG, LONG.multipliedBy(10));
        InetSocketAddress nobody = wire.refusingPort().address();

        Running<Boolean> connecting = wire.start(() -> connectRetrying(client, nobody, LONG, policy));
        wire.awaitRest(); // a moment, in which the first attempt fails
        client.close();

        connecting.failure(IOException.class);
    }

    private static boolean connectRetrying(Client client, InetSocketAddress server, Duration timeout, Policy policy)
            throws IOException {
        client.connectRetrying(server, timeout, policy);
        return true;
    }
}
