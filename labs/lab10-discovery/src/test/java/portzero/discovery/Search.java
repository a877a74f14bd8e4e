package portzero.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import portzero.testkit.await.PendingCall;
import portzero.testkit.net.Datagram;
import portzero.testkit.net.DatagramPeer;
import portzero.testkit.net.TestNetwork;

/** A search by a finder, with the test as its responders. */
final class Search {

    private static final Duration WAIT = Duration.ofMillis(60);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final int FACTOR = 8;
    private static final Duration PRECISION = Duration.ofMillis(2); // how exactly clocks go is not the point

    /** Calls the finder. */
    interface Call {
        List<FoundService> find(Duration wait) throws Exception;
    }

    /** Answers a query, or does something else at that moment. */
    interface Responders {
        void answer(Datagram query) throws IOException;
    }

    private final TestNetwork network;
    private final DatagramPeer receiver;
    private final Call call;
    private Duration answering = Duration.ZERO;

    /** @param receiver receives the query */
    Search(TestNetwork network, DatagramPeer receiver, Call call) {
        this.network = network;
        this.receiver = receiver;
        this.call = call;
    }

    /**
     * Expects a search to find these services, and to end no earlier than it may.
     *
     * <p>On a busy machine answers may be late. If one is missing, or if the last was sent when a quarter of the time was over, so that
     * nobody can say whether the finder would have waited for more, the search is made again with more time.
     */
    void expect(Set<FoundService> expected, Responders responders) throws Exception {
        List<FoundService> found = List.of();
        for (Duration wait = WAIT; wait.compareTo(LONGEST_WAIT) < 0; wait = wait.multipliedBy(FACTOR)) {
            found = find(wait, responders);
            boolean all = new HashSet<>(found).equals(expected);
            if (!expected.containsAll(found) || (all && answering.compareTo(wait.dividedBy(4)) < 0)) {
                break;
            }
        }
        assertThat(found)
                .withFailMessage("Expected to find %s, but it was %s", text(expected), text(found))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private List<FoundService> find(Duration wait, Responders responders) throws Exception {
        receiver.discardWhatCame(); // of the search before
        long begin = System.nanoTime();
        PendingCall<List<FoundService>> searching = network.start(() -> call.find(wait));
        responders.answer(receiver.receive());
        answering = Duration.ofNanos(System.nanoTime() - begin);
        List<FoundService> found = searching.result();
        Duration lasted = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(lasted)
                .withFailMessage(
                        "Expected the finder to gather answers for %d ms, but it ended after %d ms with %s",
                        wait.toMillis(), lasted.toMillis(), text(found))
                .isGreaterThanOrEqualTo(wait.minus(PRECISION));
        return found;
    }

    private static String text(Iterable<FoundService> services) {
        StringBuilder text = new StringBuilder();
        for (FoundService service : services) {
            text.append(text.isEmpty() ? "" : ", ").append('“').append(service.name());
            text.append("” at ").append(service.address());
        }
        return text.isEmpty() ? "nothing" : text.toString();
    }
}
