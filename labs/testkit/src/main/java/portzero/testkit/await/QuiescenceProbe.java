package portzero.testkit.await;

import java.util.function.BooleanSupplier;
import portzero.testkit.trace.DeadlineMissCause;

/**
 * Tells, during one wait of the test's, when the subject has come to rest for good, and if it has not by the deadline, why.
 *
 * <p>Two looks some time apart must agree, so that nothing that was on its way is overlooked. While the test itself
 * waits, nothing but the subject can go on: hence for the test's own thread only.
 */
public final class QuiescenceProbe {

    private static final long BEFORE_THE_FIRST_LOOK = 60_000_000; // nanoseconds
    private static final long BETWEEN_LOOKS = 60_000_000;

    private final BooleanSupplier look;
    private final MachineDelay machineDelay;
    private long next = System.nanoTime() + BEFORE_THE_FIRST_LOOK;
    private boolean seen;

    public QuiescenceProbe(BooleanSupplier look, MachineDelay machineDelay) {
        this.look = look;
        this.machineDelay = machineDelay;
    }

    /** Whether the subject has come to rest; to be asked again and again, looks only now and then. */
    public boolean isCertain() {
        machineDelay.comesRound();
        if (System.nanoTime() - next < 0) {
            return false;
        }
        boolean still = look.getAsBoolean();
        boolean certain = still && seen;
        seen = still;
        machineDelay.look();
        machineDelay.goesOn();
        next = System.nanoTime() + BETWEEN_LOOKS;
        return certain;
    }

    /** Why what was waited for did not come before the deadline, which has passed just now. */
    public DeadlineMissCause lateness(Deadline deadline) {
        return machineDelay.lateness(deadline);
    }
}
