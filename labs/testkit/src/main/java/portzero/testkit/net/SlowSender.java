package portzero.testkit.net;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import portzero.testkit.await.Deadline;
import portzero.testkit.await.PendingCall;

/** Sends bytes at a pace while a call is under way, and watches the clock. */
final class SlowSender {

    private static final long LOOK_AGAIN = 500_000; // nanoseconds

    private final Peer peer;
    private final long pace;
    private final Deadline deadline;
    private long last = System.nanoTime();
    private long longestGap;

    private SlowSender(Peer peer, Duration pace, Deadline deadline) {
        this.peer = peer;
        this.pace = pace.toNanos();
        this.deadline = deadline;
    }

    static <T extends @Nullable Object> SlowSend<T> run(
            Peer peer, byte[] bytes, Duration pace, Deadline deadline, Supplier<PendingCall<T>> start)
            throws IOException {
        SlowSender dripping =
                new SlowSender(peer, pace, deadline); // before the call: its clock is not to be ahead of ours
        PendingCall<T> call = start.get();
        int sent = 0;
        while (sent < bytes.length && dripping.awaitTurn(call) && peer.drop(bytes[sent])) {
            sent++;
        }
        return new SlowSend<>(call, sent, Duration.ofNanos(dripping.longestGap));
    }

    /** Waits until the next byte is due; false when the call has ended or the time is up. */
    private boolean awaitTurn(PendingCall<?> call) throws IOException {
        while (isUnderWay(call) && (System.nanoTime() - last < pace || !peer.isTaken())) {
            LockSupport.parkNanos(LOOK_AGAIN); // the kernel has no event for “the other side has read”
        }
        long now = System.nanoTime();
        longestGap = Math.max(longestGap, now - last);
        last = now;
        return isUnderWay(call);
    }

    private boolean isUnderWay(PendingCall<?> call) {
        return call.isUnderWay() && !deadline.isPassed();
    }
}
