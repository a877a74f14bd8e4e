package portzero.testkit.await;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import portzero.testkit.kernel.Backlog;
import portzero.testkit.kernel.MachineStalls;
import portzero.testkit.process.ThreadTime;
import portzero.testkit.subject.SubjectSession;
import portzero.testkit.trace.DeadlineMissCause;

/**
 * What kept program and test from running while the test waited for something: the time that their threads were ready and had
 * no processor, as the kernel counts it, and whatever else a busy machine can do to them.
 *
 * <p>All is added up, although only what lies one behind the other delays: the sum is never less than the delay. For the
 * test's own thread only.
 */
public final class MachineDelay {

    /** A loop that waits comes round in less than this unless it was kept from it. */
    private static final long ROUND = 40_000_000; // nanoseconds

    /** Of the time that was allowed, so much waiting for the machine is notable. */
    private static final double NOTABLE = 0.2;

    /** Of the time that was allowed, so much computing is what may have taken it. */
    private static final double MUCH = 0.5;

    /** What the system tells. */
    interface Counters {

        /** What the scheduler has counted of each thread of the program and of the test; empty where it does not tell. */
        Optional<Map<Integer, ThreadTime>> threadTimes();

        /** See {@link MachineStalls#nanoseconds}. */
        OptionalLong stalls();

        /** Whether the kernel has handed over all packets. */
        boolean isDelivered();
    }

    private final Counters counters;
    private final Map<Integer, ThreadTime> first = new HashMap<>();
    private final Map<Integer, ThreadTime> last = new HashMap<>();
    private OptionalLong stallsAtFirst = OptionalLong.empty();
    private long begin;
    private long asked;
    private long held;
    private boolean told = true;

    MachineDelay(Counters counters) {
        this.counters = counters;
    }

    public static MachineDelay of(SubjectSession session) {
        return new MachineDelay(new Counters() {
            @Override
            public Optional<Map<Integer, ThreadTime>> threadTimes() {
                return session.threadTimes();
            }

            @Override
            public OptionalLong stalls() {
                return MachineStalls.nanoseconds();
            }

            @Override
            public boolean isDelivered() {
                return Backlog.isEmpty();
            }
        });
    }

    /** The loop that waits has come round: if that took it too long, it was kept from running itself. */
    void comesRound() {
        long now = System.nanoTime();
        if (asked != 0) {
            held += Math.max(0, now - asked - ROUND);
        }
        asked = now;
    }

    /** What took the loop its time since it came round is no fault of the machine's. */
    void goesOn() {
        asked = System.nanoTime();
    }

    /** Takes what the kernel says now; the first time is the one that the others are compared with. */
    public void look() {
        Map<Integer, ThreadTime> now = counters.threadTimes().orElse(Map.of());
        told &= now.values().stream().anyMatch(time -> time.ran() > 0); // or the kernel does not count
        if (begin == 0) {
            begin = System.nanoTime();
            stallsAtFirst = counters.stalls();
            first.putAll(now);
        }
        last.putAll(now); // of threads that have ended meanwhile, what was known of them last
    }

    /** Has observed for so many nanoseconds longer than it has. For tests. */
    void backdate(long nanoseconds) {
        begin -= nanoseconds;
    }

    /** Why a deadline was missed that has passed just now. */
    public DeadlineMissCause lateness(Deadline deadline) {
        if (begin == 0 || deadline.whole()) {
            return DeadlineMissCause.UNKNOWN;
        }
        look();
        OptionalLong stalls = counters.stalls();
        if (!told || stalls.isEmpty() || stallsAtFirst.isEmpty()) {
            return DeadlineMissCause.UNKNOWN;
        }
        long allowed = deadline.allowed().toNanos();
        long unseen = allowed - Math.min(allowed, System.nanoTime() - begin);
        long kept = unseen + held + sum(false) + stalls.getAsLong() - stallsAtFirst.getAsLong();
        if (kept >= NOTABLE * allowed || !counters.isDelivered()) {
            return DeadlineMissCause.OF_THE_MACHINE;
        }
        return sum(true) >= MUCH * allowed ? DeadlineMissCause.OF_ITS_COMPUTING : DeadlineMissCause.OF_THE_PROGRAM;
    }

    /** How much all threads together have run, or waited, since the first look. */
    private long sum(boolean ran) {
        return last.entrySet().stream()
                .mapToLong(entry -> of(entry.getValue(), ran) - of(first.get(entry.getKey()), ran))
                .sum();
    }

    private static long of(@Nullable ThreadTime time, boolean ran) {
        if (time == null) {
            return 0;
        }
        return ran ? time.ran() : time.waited();
    }
}
