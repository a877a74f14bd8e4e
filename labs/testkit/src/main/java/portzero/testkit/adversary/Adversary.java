package portzero.testkit.adversary;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import portzero.testkit.await.Deadline;
import portzero.testkit.await.Deadlines;
import portzero.testkit.await.PendingCall;
import portzero.testkit.internal.TestContext;
import portzero.testkit.trace.DeadlineExceededError;
import portzero.testkit.trace.SubjectEndedError;
import portzero.testkit.trace.SubjectStalledError;

/**
 * Puts a program to the test on a link that is as bad as a network may be, by a schedule of faults.
 *
 * <p>When a program fails, the adversary plays again with fewer and fewer faults, and the story that the failure tells is that of
 * the shortest schedule that still makes it fail. A seed draws the same schedule again. For one thread at a time.
 */
public final class Adversary {

    private static final int MAX_RUNS = 400;
    private static final long LOOK_AGAIN = 1_000_000; // nanoseconds
    private static final int MAX_TOLD = 10; // faults that are named; more than that help nobody

    private final TestContext context;
    private final Function<byte[], String> name;

    /** @param name what the story calls a datagram, {@code DATA 3} */
    public Adversary(TestContext context, Function<byte[], String> name) {
        this.context = context;
        this.name = name;
    }

    /** What is to go right on any link. It is played several times, each time from the beginning. */
    public interface Scenario {

        /** Plays it once, over a new link. */
        void play(LossyLink link) throws Exception;
    }

    /** Plays a scenario with faults that are drawn from a key. */
    public void challenge(long key, FaultRates rates, Scenario scenario) throws Exception {
        challenge(FaultSchedule.random(key, rates), scenario);
    }

    /** Plays a scenario with certain faults. */
    public void challenge(List<Fault> faults, Scenario scenario) throws Exception {
        challenge(FaultSchedule.of(faults), scenario);
    }

    /** Plays a scenario with the faults of a schedule. */
    public void challenge(FaultSchedule schedule, Scenario scenario) throws Exception {
        Duel duel = new Duel(scenario);
        Throwable failure = duel.play(schedule);
        if (failure == null) {
            return;
        }
        if (failure instanceof TestAbortedException || isOver(failure)) {
            tell(duel.faults, "not shrunk, because the program cannot be asked again");
            throw thrown(failure);
        }
        List<Fault> all = duel.faults;
        List<Fault> fewest = new DeltaDebugger<>(duel).shrink(all);
        if (duel.over != null) {
            throw thrown(duel.over);
        }
        duel.begin();
        tell(fewest, fewest.size() < all.size() ? "shrunk from " + all.size() : "");
        Throwable shortest = duel.replay(FaultSchedule.of(fewest));
        if (shortest == null) {
            tell(all, "which do not make it fail each time");
            throw thrown(failure);
        }
        throw thrown(shortest);
    }

    /** A relay that carries a scenario's datagrams over real UDP. */
    public LossyRelay relay(LossyLink link, InetSocketAddress receiver) throws IOException {
        return LossyRelay.start(link, receiver, context);
    }

    /**
     * Waits for a call as long as datagrams cross the link: what goes on may take its time, within that of the test. Ask the call for its
     * result afterwards.
     */
    public void awaitEnd(PendingCall<?> call, LossyLink link) {
        int crossed = -1;
        Deadline silence = Deadline.in(Deadlines.operation());
        while (call.isUnderWay() && !silence.isPassed()) {
            int now = link.sent(Direction.TO_RECEIVER) + link.sent(Direction.TO_SENDER);
            if (now != crossed) {
                crossed = now;
                silence = Deadline.in(Deadlines.operation());
            }
            LockSupport.parkNanos(LOOK_AGAIN); // neither the link nor the call has an event to wait for
        }
    }

    private void tell(List<Fault> faults, String remark) {
        String count =
                faults.isEmpty() ? "no fault at all" : faults.size() == 1 ? "1 fault" : faults.size() + " faults";
        String named = faults.stream().limit(MAX_TOLD).map(Fault::toString).collect(Collectors.joining("; "));
        String text = "adversary: " + count + (remark.isEmpty() ? "" : " (" + remark + ")")
                + (named.isEmpty() ? "" : ": " + named) + (faults.size() > MAX_TOLD ? "; …" : "");
        context.note(text, count);
    }

    private static boolean isOver(Throwable failure) {
        return failure instanceof DeadlineExceededError
                || failure instanceof SubjectStalledError
                || failure instanceof SubjectEndedError;
    }

    private static Exception thrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (Exception) failure;
    }

    /** One scenario, played again and again. */
    private final class Duel implements DeltaDebugger.Trial<Fault> {

        private final Scenario scenario;
        private final int beginning = context.trace().size();
        private final long end = System.nanoTime() + patience().toNanos();
        private int runs;
        private List<Fault> faults = List.of();
        private @Nullable Throwable over;

        Duel(Scenario scenario) {
            this.scenario = scenario;
        }

        /** Makes the story begin where the scenario does. */
        void begin() {
            context.trace().rewind(beginning);
        }

        @Nullable
        Throwable play(FaultSchedule schedule) {
            begin();
            return replay(schedule);
        }

        @SuppressWarnings("IllegalCatch") // every way to fail is a failure
        @Nullable
        Throwable replay(FaultSchedule schedule) {
            runs++;
            LossyLink link = new LossyLink(schedule, context.trace(), name);
            try {
                scenario.play(link);
                return null;
            } catch (Exception | AssertionError failed) {
                return failed;
            } finally {
                faults = link.faults();
            }
        }

        @Override
        public boolean fails(List<Fault> part) {
            Throwable failure = play(FaultSchedule.of(part));
            if (failure != null && (isOver(failure) || failure instanceof TestAbortedException)) {
                over = failure;
            }
            return failure != null;
        }

        @Override
        public boolean goesOn() {
            return over == null && runs < MAX_RUNS && System.nanoTime() < end;
        }
    }

    /** How long to look for a shorter schedule. */
    private static Duration patience() {
        return Deadlines.test().dividedBy(5);
    }
}
