package portzero.shutdown;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import portzero.testkit.net.TestNetwork;

/** What happens in tests of clients and of servers. */
final class Visits {

    private static final Duration PAUSE = Duration.ofMillis(1_200);

    private Visits() {}

    /** Lets time pass, longer than a program waits that has a time limit of a second. Nothing else waits for this. */
    static void pause(TestNetwork network) {
        network.note("test lets " + PAUSE.toMillis() + " ms pass");
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < PAUSE.toNanos()) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
