package portzero.testkit.host;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * Finds the threads that a program has although none of its code is on their stacks: those of pools and timers,
 * while they wait for work.
 *
 * <p>Errs on the side of leaving out. Threads that the JDK keeps for everybody are nobody's: the common pool,
 * schedulers of delays, the carriers of virtual threads. Where the default group of asynchronous channels is in use
 * (JDK 17), its idle threads look like those of any pool, and then no pool's are counted.
 */
public final class PoolThreads {

    private static final String WORKER = "java.util.concurrent.ThreadPoolExecutor$Worker";
    private static final String TIMER = "java.util.TimerThread";
    private static final String CHANNEL_GROUP = "sun.nio.ch.AsynchronousChannelGroupImpl";
    private static final String DELAYS =
            "CompletableFutureDelayScheduler"; // its name up to JDK 24; later it is no pool; there is one

    private PoolThreads() {}

    /** Of these threads, those that are in a pool or timer which somebody made. */
    public static Set<Thread> of(Map<Thread, StackTraceElement[]> threads) {
        Set<Thread> found = Collections.newSetFromMap(new IdentityHashMap<>());
        if (threads.values().stream().noneMatch(stack -> has(stack, CHANNEL_GROUP))) {
            Optional<Thread> delays = threads.keySet().stream()
                    .filter(thread -> thread.getName().equals(DELAYS))
                    .min(Comparator.comparingLong(Thread::getId));
            threads.forEach((thread, stack) -> {
                if (!isOfTheJdk(thread) && !delays.filter(thread::equals).isPresent() && isOfPool(thread, stack)) {
                    found.add(thread);
                }
            });
        }
        return found;
    }

    private static boolean isOfTheJdk(Thread thread) {
        return thread.getClass().getName().startsWith("jdk.internal.");
    }

    private static boolean isOfPool(Thread thread, StackTraceElement[] stack) {
        if (thread instanceof ForkJoinWorkerThread worker) {
            return worker.getPool() != ForkJoinPool.commonPool();
        }
        return has(stack, WORKER) || has(stack, TIMER);
    }

    private static boolean has(StackTraceElement[] stack, String typePrefix) {
        return Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith(typePrefix));
    }
}
