package portzero.testkit.check;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import portzero.testkit.await.Await;
import portzero.testkit.internal.StepRecorder;
import portzero.testkit.internal.TestContext;
import portzero.testkit.kernel.TcpSocket;
import portzero.testkit.kernel.TcpState;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.subject.Observation;
import portzero.testkit.trace.Step;

/** Asks the kernel how many of the subject's sockets are in a state, until the number is right. */
public final class SocketCheck {

    private static final long LOOK_AGAIN = 200_000; // nanoseconds; the kernel has no event for a change of state

    private final TestContext context;
    private final TcpState state;
    private long count;

    public SocketCheck(TestContext context, TcpState state) {
        context.requires(Observation.SOCKETS);
        this.context = context;
        this.state = state;
    }

    public void expectNone() {
        expect(
                () -> count == 0,
                () -> StepRecorder.instead(
                        "no socket in " + state, count + (count == 1 ? " was" : " were") + " still there"));
    }

    public void expectOne() {
        expect(() -> count > 0, () -> StepRecorder.instead("a socket in " + state, "there was none"));
    }

    private void expect(BooleanSupplier right, Supplier<String> missing) {
        if (!TcpTable.isVisible()) {
            context.unchecked("this system does not show its sockets", "sockets in " + state);
            return;
        }
        Step step = context.note("test asks the kernel for sockets in " + state, "kernel");
        try {
            new Await(context.operation(), context, missing).until(LOOK_AGAIN, () -> {
                look();
                return right.getAsBoolean();
            });
        } finally {
            step.outcome(count == 0 ? "none" : count + " found");
        }
    }

    private void look() {
        count = context.subjectSockets().stream()
                .map(TcpSocket::state)
                .filter(state::equals)
                .count();
    }
}
