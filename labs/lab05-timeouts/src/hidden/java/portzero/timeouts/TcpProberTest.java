package portzero.timeouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import portzero.testkit.Descriptors;
import portzero.testkit.FullBacklog;
import portzero.testkit.Hint;
import portzero.testkit.Listener;
import portzero.testkit.Points;
import portzero.testkit.Reading;
import portzero.testkit.Subject;
import portzero.testkit.Task;
import portzero.testkit.Wire;

/** What else the prober has to do. */
class TcpProberTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration INSTANT = Duration.ofMillis(5);
    private static final int MOST_LEFT_OPEN = 30; // the JVM opens some files of its own meanwhile

    @Test
    @Task(1)
    @Points(3)
    @Hint("An unreachable address is neither a refusal nor a silence; it comes as yet another IOException")
    @Reading("trouble#unreachable")
    void an_address_without_a_way_to_it_is_unreachable(@Subject(TcpProber.class) Prober prober, Wire wire)
            throws IOException {
        Optional<InetSocketAddress> unreachable = wire.unreachableAddress();
        if (unreachable.isEmpty()) {
            expect(Finding.OPEN, prober.probe(wire.listen().address(), LONG));
            return;
        }

        expect(Finding.UNREACHABLE, prober.probe(unreachable.get(), LONG));
    }

    @Test
    @Task(1)
    @Points(2)
    @Hint("An unresolved address has a name and no number; connect says so with an UnknownHostException")
    @Reading("trouble#unknown-host")
    void an_unresolved_name_is_an_unknown_host(@Subject(TcpProber.class) Prober prober, Wire wire) {
        InetSocketAddress nowhere = InetSocketAddress.createUnresolved(wire.letters(8) + ".invalid", 80);

        expect(Finding.UNKNOWN_HOST, prober.probe(nowhere, LONG));
    }

    @Test
    @Task(1)
    @Points(3)
    @Hint("Half a millisecond has 0 whole ones, and 0 means for ever; round up")
    @Reading("trouble#zero")
    void half_a_millisecond_is_not_for_ever(@Subject(TcpProber.class) Prober prober, Wire wire) throws IOException {
        Optional<FullBacklog> full = wire.fullBacklog();
        if (full.isEmpty()) {
            expect(Finding.OPEN, prober.probe(wire.listen().address(), LONG));
            return;
        }

        expect(Finding.SILENT, prober.probe(full.get().address(), Duration.ofNanos(500_000)));
    }

    @Test
    @Task(1)
    @Points(2)
    @Hint("Look at the timeout before you open anything: zero and less is an IllegalArgumentException")
    @Reading("trouble#zero")
    void a_timeout_of_zero_is_an_error_of_the_caller(@Subject(TcpProber.class) Prober prober, Wire wire)
            throws Exception {
        Listener listener = wire.listen();

        for (Duration timeout : new Duration[] {Duration.ZERO, Duration.ofMillis(-1)}) {
            wire.start(() -> prober.probe(listener.address(), timeout)).failure(IllegalArgumentException.class);
        }

        listener.expectNobody();
    }

    @Test
    @Task(1)
    @Points(4)
    @Hint("Close the socket, and all else that you have opened, when the attempt has failed: not only when it worked")
    @Reading("trouble#leaks")
    void nothing_stays_open_after_500_failures(@Subject(TcpProber.class) Prober prober, Wire wire) throws IOException {
        InetSocketAddress refusing = wire.refusingPort().address();
        Optional<FullBacklog> full = wire.fullBacklog();
        InetSocketAddress silent = full.isPresent() ? full.get().address() : refusing;
        failSevenTimes(prober, refusing, silent); // the first time loads classes, which stay open

        Descriptors descriptors = wire.descriptors();
        for (int i = 1; i <= 72; i++) {
            failSevenTimes(prober, refusing, silent);
            if (i % 6 == 0) {
                descriptors.expectAtMostMore(MOST_LEFT_OPEN);
            }
        }
    }

    private static void failSevenTimes(Prober prober, InetSocketAddress refusing, InetSocketAddress silent) {
        for (int i = 0; i < 6; i++) {
            prober.probe(refusing, LONG);
        }
        prober.probe(silent, INSTANT);
    }

    private static void expect(Finding expected, Finding actual) {
        assertThat(actual)
                .withFailMessage("Expected the finding %s, but it was %s", expected, actual)
                .isEqualTo(expected);
    }
}
