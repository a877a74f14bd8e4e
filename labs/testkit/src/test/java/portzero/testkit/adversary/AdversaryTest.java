package portzero.testkit.adversary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opentest4j.TestAbortedException;
import portzero.testkit.await.Deadlines;
import portzero.testkit.await.PendingCall;
import portzero.testkit.internal.ContextFixture;
import portzero.testkit.net.DatagramPeer;
import portzero.testkit.trace.SubjectStalledError;
import portzero.testkit.trace.UnmetExpectationError;

@Timeout(60)
class AdversaryTest {

    private static final FaultRates BAD = new FaultRates(20, 20, 20, 20);

    private final ContextFixture fixture = new ContextFixture();
    private final Adversary adversary = fixture.network.adversary(datagram -> "packet " + datagram[0]);
    private int played;

    @AfterEach
    void close() {
        fixture.close();
        System.clearProperty(Deadlines.SCALE);
    }

    /** A program that sends 20 datagrams, one after another, and cannot do with a certain loss. */
    private void play(LossyLink link, int fatal) {
        played++;
        boolean lost = false;
        for (int i = 1; i <= 20; i++) {
            lost |= link.pass(Direction.TO_RECEIVER, new byte[] {(byte) i}).isEmpty() && i == fatal;
        }
        if (lost) {
            throw new UnmetExpectationError("packet " + fatal + " has not come");
        }
    }

    @Test
    void what_survives_is_played_once() throws Exception {
        adversary.challenge(7, BAD, link -> play(link, 21));
        assertThat(played).isEqualTo(1);
    }

    @Test
    void a_failure_is_told_with_the_one_fault_that_matters() {
        int fatal = firstLoss();
        assertThatThrownBy(() -> adversary.challenge(7, BAD, link -> play(link, fatal)))
                .isInstanceOf(UnmetExpectationError.class)
                .hasMessage("packet " + fatal + " has not come");
        assertThat(fixture.story())
                .contains("adversary: 1 fault (shrunk from ")
                .contains(": the sender's " + Fault.ordinal(fatal) + " datagram is lost")
                .contains("datagram is lost, packet " + fatal);
        assertThat(fixture.story().lines()).hasSize(21); // of the last run, and of no other
    }

    private static int firstLoss() {
        FaultSchedule schedule = FaultSchedule.random(7, BAD);
        int nth = 1;
        while (schedule.fault(Direction.TO_RECEIVER, nth)
                .filter(fault -> fault.kind() == Fault.Kind.LOSS)
                .isEmpty()) {
            nth++;
        }
        return nth;
    }

    @Test
    void the_same_key_fails_and_shrinks_in_the_same_way() {
        int fatal = firstLoss();
        assertThatThrownBy(() -> adversary.challenge(7, BAD, link -> play(link, fatal)));
        String story = fixture.story();
        fixture.context.trace().rewind(0);
        assertThatThrownBy(() -> adversary.challenge(7, BAD, link -> play(link, fatal)));
        assertThat(fixture.story()).isEqualTo(story);
    }

    @Test
    void a_program_that_needs_no_fault_to_fail_is_told_without() {
        assertThatThrownBy(() -> adversary.challenge(7, BAD, link -> {
                    play(link, 21);
                    throw new java.io.IOException("always");
                }))
                .isInstanceOf(java.io.IOException.class);
        assertThat(fixture.story()).startsWith("adversary: no fault at all (shrunk from ");
    }

    @Test
    void a_failure_that_does_not_come_again_is_told_with_all_its_faults() {
        assertThatThrownBy(() -> adversary.challenge(List.of(Fault.loss(Direction.TO_RECEIVER, 2)), link -> {
                    play(link, 21);
                    if (played == 1) {
                        throw new UnmetExpectationError("once");
                    }
                }))
                .hasMessage("once");
        assertThat(fixture.story())
                .contains("1 fault (which do not make it fail each time): the sender's 2nd datagram is lost");
    }

    @Test
    void a_program_that_hangs_is_not_played_again() {
        assertThatThrownBy(() -> adversary.challenge(7, BAD, link -> {
                    play(link, 21);
                    throw new SubjectStalledError("stuck");
                }))
                .isInstanceOf(SubjectStalledError.class);
        assertThat(played).isEqualTo(1);
        assertThat(fixture.story()).contains("not shrunk, because the program cannot be asked again");
    }

    @Test
    void a_program_that_hangs_while_it_is_shrunk_is_played_no_more() {
        assertThatThrownBy(() -> adversary.challenge(7, BAD, link -> {
                    play(link, 21);
                    if (!link.faults().isEmpty()) {
                        throw played == 3 ? new SubjectStalledError("stuck") : new UnmetExpectationError("wrong");
                    }
                }))
                .isInstanceOf(SubjectStalledError.class);
        assertThat(played).isEqualTo(3);
    }

    @Test
    void what_is_not_written_yet_is_not_shrunk() {
        assertThatThrownBy(() -> adversary.challenge(7, BAD, link -> {
                    played++;
                    throw new TestAbortedException("not written");
                }))
                .isInstanceOf(TestAbortedException.class);
        assertThat(played).isEqualTo(1);
    }

    @Test
    void a_relay_carries_datagrams_both_ways_and_obeys_the_schedule() throws Exception {
        DatagramPeer sender = fixture.network.datagrams();
        DatagramPeer receiver = fixture.network.datagrams();
        List<Fault> faults = List.of(Fault.loss(Direction.TO_RECEIVER, 1), Fault.duplication(Direction.TO_SENDER, 1));
        List<LossyLink> links = new ArrayList<>();
        adversary.challenge(faults, link -> {
            links.add(link);
            LossyRelay relay = adversary.relay(link, receiver.address());
            sender.send(new byte[] {1}, relay.address());
            sender.send(new byte[] {2}, relay.address());
            receiver.send(new byte[] {3}, receiver.expect(new byte[] {2}).from());
            sender.expect(new byte[] {3});
            sender.expect(new byte[] {3});
            fixture.network.stranger().send(new byte[] {4}, relay.address());
            receiver.expect(new byte[] {4});
        });
        assertThat(links)
                .singleElement()
                .satisfies(link -> assertThat(link.faults()).isEqualTo(faults));
    }

    @Test
    void a_relay_that_is_closed_gives_its_ports_back() throws Exception {
        DatagramPeer receiver = fixture.network.datagrams();
        adversary.challenge(List.of(), link -> {
            LossyRelay relay = adversary.relay(link, receiver.address());
            java.net.InetSocketAddress address = relay.address();
            relay.close();
            relay.close();
            fixture.network.expectFree(address);
        });
    }

    @Test
    void a_call_is_waited_for_as_long_as_datagrams_cross_the_link() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        adversary.challenge(List.of(), link -> {
            PendingCall<Boolean> call = fixture.network.start(() -> over.await(30, TimeUnit.SECONDS));
            Thread busy = new Thread(() -> {
                for (int i = 1; i <= 90; i++) { // longer than an operation may take
                    link.pass(Direction.TO_RECEIVER, new byte[] {(byte) i});
                    LockSupport.parkNanos(20_000_000);
                }
                over.countDown();
            });
            busy.start();
            adversary.awaitEnd(call, link);
            assertThat(link.sent(Direction.TO_RECEIVER)).isEqualTo(90);
            assertThat(call.result()).isTrue();
        });
    }

    @Test
    void a_call_is_not_waited_for_when_nothing_crosses_the_link() throws Exception {
        System.setProperty(Deadlines.SCALE, "0.05");
        CountDownLatch over = new CountDownLatch(1);
        adversary.challenge(List.of(), link -> {
            PendingCall<Boolean> call = fixture.network.start(() -> over.await(30, TimeUnit.SECONDS));
            adversary.awaitEnd(call, link);
            assertThat(call.isUnderWay()).isTrue();
            over.countDown();
        });
    }
}
