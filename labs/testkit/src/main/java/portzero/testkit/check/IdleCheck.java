package portzero.testkit.check;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import portzero.testkit.await.Deadline;
import portzero.testkit.await.MachineDelay;
import portzero.testkit.internal.StepRecorder;
import portzero.testkit.internal.TestContext;
import portzero.testkit.process.ActivitySample;
import portzero.testkit.subject.Observation;
import portzero.testkit.trace.DeadlineExceededError;
import portzero.testkit.trace.Step;
import portzero.testkit.trace.UnmetExpectationError;

/**
 * Waits until the subject sleeps, and tells a program that is busy for nothing.
 *
 * <p>The operating system says it: two looks some time apart find every thread asleep, and hardly any processor time
 * used in between. A loop that never waits is never asleep, however little of the processor a loaded machine gives it.
 */
public final class IdleCheck {

    private static final long BETWEEN_LOOKS = 30_000_000; // nanoseconds

    /** No thread of a program that serves a handful of clients has so much to do. */
    private static final Duration TOO_MUCH = Duration.ofMillis(400);

    private final TestContext context;
    private final Deadline deadline;
    private final ActivitySample first;
    private final MachineDelay machineDelay;

    private IdleCheck(TestContext context, ActivitySample first) {
        this.context = context;
        this.first = first;
        deadline = context.operation();
        machineDelay = context.machineDelay();
        machineDelay.look();
    }

    public static void expect(TestContext context) {
        context.requires(Observation.ACTIVITY);
        Step step = context.note("test looks whether the program sleeps", "asleep?");
        Optional<ActivitySample> first = context.activity();
        if (first.isEmpty()) {
            step.outcome(context.remarkUnchecked("this system does not show it", "whether the program sleeps"));
            return;
        }
        AssertionError failure = new IdleCheck(context, first.get()).failure();
        step.outcome(failure == null ? "it does" : "it is busy");
        if (failure != null) {
            throw context.failed(failure);
        }
    }

    /** Looks until the program has slept for a while, and returns null, or until that is hopeless. */
    private @Nullable AssertionError failure() {
        ActivitySample earlier = first;
        while (true) {
            LockSupport.parkNanos(BETWEEN_LOOKS); // nobody tells when a process falls asleep
            Optional<ActivitySample> look = context.activity();
            if (look.isEmpty() || look.get().hasSleptSince(earlier)) {
                return null; // a program that has ended is told elsewhere
            }
            ActivitySample now = look.get();
            Duration busy = now.busiestSince(first);
            if (busy.compareTo(TOO_MUCH) >= 0) {
                return new UnmetExpectationError(message(busy));
            }
            if (deadline.isPassed()) {
                return new DeadlineExceededError(
                        message(busy) + " (" + deadline + ")", machineDelay.lateness(deadline));
            }
            earlier = now;
        }
    }

    private static String message(Duration busy) {
        return StepRecorder.instead(
                "the program to sleep while there is nothing to do",
                "one of its threads went on and used " + busy.toMillis() + " ms of processor time");
    }
}
