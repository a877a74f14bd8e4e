package portzero.testkit.check;

import java.util.OptionalLong;
import portzero.testkit.internal.StepRecorder;
import portzero.testkit.internal.TestContext;
import portzero.testkit.kernel.TcpCounters;
import portzero.testkit.subject.Observation;
import portzero.testkit.trace.UnmetExpectationError;

/**
 * Whether somebody tries to connect from some moment on: what a program says of an address it must not have read in a table of
 * the system's. Whoever else connects on the same machine is counted along, so this can be too lenient and never too strict.
 */
public final class ConnectCheck {

    private final TestContext context;
    private final OptionalLong before = TcpCounters.attempts();

    public ConnectCheck(TestContext context) {
        this.context = context;
        context.requires(Observation.ATTEMPTS);
        String count = before.isPresent()
                ? before.getAsLong() + " so far"
                : context.remarkUnchecked("this system does not show it", "attempts to connect");
        context.note("test asks the kernel how many connections were tried", "attempts")
                .outcome(count);
    }

    /** Expects that there were at least so many attempts since. Nothing is checked where they cannot be counted. */
    public void expectAtLeast(int attempts) {
        OptionalLong now = TcpCounters.attempts();
        if (before.isEmpty() || now.isEmpty()) {
            return;
        }
        long since = now.getAsLong() - before.getAsLong();
        if (since < attempts) {
            String found = "the kernel has counted " + since + (since == 1 ? " attempt" : " attempts");
            throw context.failed(new UnmetExpectationError(StepRecorder.instead(
                    "the program to try to connect" + (attempts == 1 ? "" : " " + attempts + " times"), found)));
        }
    }
}
