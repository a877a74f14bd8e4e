package portzero.testkit;

import java.util.function.BooleanSupplier;

/**
 * Tells, during one wait of the test's, when the subject has come to rest for good.
 *
 * <p>Two looks some time apart must agree, so that nothing that was on its way is overlooked. While the test itself
 * waits, nothing but the subject can go on: hence for the test's own thread only.
 */
final class Rest {

    private static final long BEFORE_THE_FIRST_LOOK = 60_000_000; // nanoseconds
    private static final long BETWEEN_LOOKS = 60_000_000;

    private final BooleanSupplier look;
    private long next = System.nanoTime() + BEFORE_THE_FIRST_LOOK;
    private boolean seen;

    Rest(BooleanSupplier look) {
        this.look = look;
    }

    /** Whether the subject has come to rest; to be asked again and again, looks only now and then. */
    boolean isCertain() {
        if (System.nanoTime() - next < 0) {
            return false;
        }
        boolean still = look.getAsBoolean();
        boolean certain = still && seen;
        seen = still;
        next = System.nanoTime() + BETWEEN_LOOKS;
        return certain;
    }
}
