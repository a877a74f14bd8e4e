package portzero.testkit.check;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import portzero.testkit.await.Deadline;
import portzero.testkit.await.MachineDelay;
import portzero.testkit.internal.StepRecorder;
import portzero.testkit.internal.TestContext;
import portzero.testkit.process.ActivitySample;
import portzero.testkit.subject.Observation;
import portzero.testkit.trace.DeadlineExceededError;
import portzero.testkit.trace.Step;

/** Waits until the subject sleeps and nothing wakes it, and tells a program that asks again and again instead of waiting. */
public final class NoWakeupCheck {

    private static final long WINDOW = 100_000_000; // nanoseconds

    /** A JVM has a thread of its own that wakes twenty times a second, and may have something to do now and then. */
    private static final long MOST_TURNS = 6;

    private final TestContext context;
    private final Deadline deadline;
    private final MachineDelay machineDelay;

    private NoWakeupCheck(TestContext context) {
        this.context = context;
        deadline = context.operation();
        machineDelay = context.machineDelay();
        machineDelay.look();
    }

    public static void expect(TestContext context) {
        context.requires(Observation.ACTIVITY);
        Step step = context.note("test looks whether anything wakes the program", "undisturbed?");
        Optional<ActivitySample> first = context.activity();
        if (first.isEmpty() || first.get().turns().isEmpty()) {
            step.outcome(context.remarkUnchecked("this system does not show it", "whether anything wakes the program"));
            return;
        }
        new NoWakeupCheck(context).await(first.get(), step);
    }

    private void await(ActivitySample first, Step step) {
        ActivitySample earlier = first;
        long turns = 0;
        while (!deadline.isPassed()) {
            LockSupport.parkNanos(WINDOW); // nobody tells when a process falls asleep
            Optional<ActivitySample> now = context.activity();
            turns = now.isEmpty() ? 0 : now.get().mostTurnsSince(earlier); // a program that has ended is told elsewhere
            if (turns <= MOST_TURNS) {
                step.outcome("nothing does");
                return;
            }
            earlier = now.get();
        }
        step.outcome("it wakes again and again");
        String found = "one of its threads woke " + turns + " times within a tenth of a second";
        throw context.failed(new DeadlineExceededError(
                StepRecorder.instead("the program to sleep until something happens", found) + " (" + deadline + ")",
                machineDelay.lateness(deadline)));
    }
}
