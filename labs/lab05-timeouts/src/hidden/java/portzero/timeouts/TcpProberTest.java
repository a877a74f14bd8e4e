package portzero.timeouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.await.PendingCall;
import portzero.testkit.check.ConnectCheck;
import portzero.testkit.check.OpenFileCheck;
import portzero.testkit.net.FullBacklog;
import portzero.testkit.net.Listener;
import portzero.testkit.net.TestNetwork;

/** What else the prober has to do. */
class TcpProberTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration INSTANT = Duration.ofMillis(5);
    private static final int MOST_LEFT_OPEN = 30; // the JVM opens some files of its own meanwhile

    @LabTest(
            task = 1,
            points = 2,
            hint = "An unreachable address is neither a refusal nor a silence; it comes as yet another IOException",
            notes = "trouble#unreachable")
    void an_address_without_a_way_to_it_is_unreachable(@Subject(TcpProber.class) Prober prober, TestNetwork network)
            throws IOException {
        Optional<InetSocketAddress> unreachable = network.unreachableAddress();
        if (unreachable.isEmpty()) {
            expect(Finding.OPEN, prober.probe(network.listen().address(), LONG));
            return;
        }

        expect(Finding.UNREACHABLE, prober.probe(unreachable.get(), LONG));
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "An unresolved address has a name and no number; a socket's connect says so with an UnknownHostException, and a"
                            + " channel's with another exception. Do not look the name up",
            notes = "trouble#unknown-host")
    void an_unresolved_name_is_an_unknown_host(@Subject(TcpProber.class) Prober prober, TestNetwork network)
            throws IOException {
        InetSocketAddress nowhere = InetSocketAddress.createUnresolved(network.letters(8) + ".invalid", 80);
        Listener listener = network.listen();
        InetSocketAddress unresolved = InetSocketAddress.createUnresolved(
                listener.address().getAddress().getHostAddress(),
                listener.address().getPort());

        expect(Finding.UNKNOWN_HOST, prober.probe(nowhere, LONG));
        expect(Finding.UNKNOWN_HOST, prober.probe(unresolved, LONG)); // whatever one would find

        listener.expectNobody();
    }

    @LabTest(
            task = 1,
            points = 3,
            hint = "Half a millisecond has 0 whole ones, and 0 means for ever; round up",
            notes = "trouble#zero")
    void half_a_millisecond_is_not_for_ever(@Subject(TcpProber.class) Prober prober, TestNetwork network)
            throws IOException {
        Optional<FullBacklog> full = network.fullBacklog();
        if (full.isEmpty()) {
            expect(Finding.OPEN, prober.probe(network.listen().address(), LONG));
            return;
        }

        expect(Finding.SILENT, prober.probe(full.get().address(), Duration.ofNanos(500_000)));
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "Look at the timeout before you look at the address or open anything: zero and less is an IllegalArgumentException",
            notes = "trouble#zero")
    void a_timeout_of_zero_is_an_error_of_the_caller(@Subject(TcpProber.class) Prober prober, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        InetSocketAddress nowhere = InetSocketAddress.createUnresolved(network.letters(8) + ".invalid", 80);

        for (Duration timeout : new Duration[] {Duration.ZERO, Duration.ofMillis(-1)}) {
            network.start(() -> prober.probe(listener.address(), timeout)).failure(IllegalArgumentException.class);
            network.start(() -> prober.probe(nowhere, timeout)).failure(IllegalArgumentException.class);
        }

        listener.expectNobody();
    }

    @LabTest(
            task = 1,
            points = 1,
            hint =
                    "Whether an address refuses is found out by connecting to it; what a table of this machine says is true of this"
                            + " machine only",
            notes = "trouble#refused")
    void a_refusal_comes_from_the_network(@Subject(TcpProber.class) Prober prober, TestNetwork network)
            throws IOException {
        InetSocketAddress nobody = network.refusingPort().address();

        ConnectCheck attempts = network.connects();
        prober.probe(nobody, LONG); // what it finds is the matter of another test

        attempts.expectAtLeast(1);
    }

    @LabTest(
            task = 1,
            points = 1,
            hint = "An address may be of IPv6, too: open the socket for any kind, and take the address as it is",
            notes = "addresses#loopback-wildcard")
    void an_open_port_is_found_over_ipv6(@Subject(TcpProber.class) Prober prober, TestNetwork network)
            throws IOException {
        Optional<InetSocketAddress> loopback = network.loopback6();
        if (loopback.isEmpty()) {
            return; // a machine without IPv6 has no such port; the story says so
        }

        expect(Finding.OPEN, prober.probe(network.listen(loopback.get()).address(), LONG));
    }

    @LabTest(
            task = 1,
            points = 1,
            hint = "What belongs to one call is kept in local variables: a static field is shared by all probers",
            notes = "trouble#silence")
    void two_probers_find_out_at_the_same_time(
            @Subject(TcpProber.class) Prober one, @Subject(TcpProber.class) Prober two, TestNetwork network)
            throws Exception {
        Optional<FullBacklog> full = network.fullBacklog();
        if (full.isEmpty()) {
            expect(Finding.OPEN, one.probe(network.listen().address(), LONG));
            return;
        }

        PendingCall<Finding> silent = network.start(() -> one.probe(full.get().address(), Duration.ofMillis(100)));
        full.get().awaitAttempt();
        expect(Finding.OPEN, two.probe(network.listen().address(), LONG));
        expect(Finding.REFUSED, two.probe(network.refusingPort().address(), LONG));

        expect(Finding.SILENT, silent.result());
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "Close the socket, and all else that you have opened, on every way out: not only when it worked, nor only when"
                            + " it failed",
            notes = "trouble#leaks")
    void nothing_stays_open_after_many_probes(@Subject(TcpProber.class) Prober prober, TestNetwork network)
            throws IOException {
        Listener listener = network.listen();
        InetSocketAddress refusing = network.refusingPort().address();
        Optional<FullBacklog> full = network.fullBacklog();
        List<InetSocketAddress> addresses = new ArrayList<>();
        addresses.add(refusing);
        addresses.add(InetSocketAddress.createUnresolved(network.letters(8) + ".invalid", 80));
        network.unreachableAddress().ifPresent(addresses::add);
        InetSocketAddress silent = full.isPresent() ? full.get().address() : refusing;
        probeAll(prober, addresses, silent, listener); // the first time loads classes, which stay open

        OpenFileCheck descriptors = network.descriptors();
        for (int i = 1; i <= 40; i++) {
            probeAll(prober, addresses, silent, listener);
            if (i % 5 == 0) {
                descriptors.expectAtMostMore(MOST_LEFT_OPEN);
            }
        }
    }

    private static void probeAll(
            Prober prober, List<InetSocketAddress> failing, InetSocketAddress silent, Listener listener)
            throws IOException {
        for (InetSocketAddress address : failing) {
            prober.probe(address, LONG);
            prober.probe(address, LONG);
        }
        prober.probe(silent, INSTANT);
        prober.probe(listener.address(), LONG);
        listener.accept().close();
    }

    private static void expect(Finding expected, Finding actual) {
        assertThat(actual)
                .withFailMessage("Expected the finding %s, but it was %s", expected, actual)
                .isEqualTo(expected);
    }
}
