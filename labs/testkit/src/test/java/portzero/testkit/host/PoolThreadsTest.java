package portzero.testkit.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class PoolThreadsTest {

    private static final StackTraceElement[] IDLE_IN_POOL = {
        frame("jdk.internal.misc.Unsafe", "park"),
        frame("java.util.concurrent.ThreadPoolExecutor", "getTask"),
        frame("java.util.concurrent.ThreadPoolExecutor$Worker", "run"),
        frame("java.lang.Thread", "run")
    };
    private static final StackTraceElement[] IN_CHANNEL_GROUP = {
        frame("sun.nio.ch.EPoll", "wait"), frame("sun.nio.ch.AsynchronousChannelGroupImpl$1", "run"),
    };
    private static final StackTraceElement[] OTHER = {frame("java.lang.Object", "wait")};

    @Test
    void idle_thread_of_a_pool_is_found_and_another_is_not() {
        Thread idle = new Thread("Thread-1");
        assertThat(PoolThreads.of(Map.of(idle, IDLE_IN_POOL, new Thread("other"), OTHER)))
                .containsExactly(idle);
    }

    @Test
    void scheduler_of_the_jdk_is_nobodys() {
        assertThat(PoolThreads.of(Map.of(new Thread("CompletableFutureDelayScheduler"), IDLE_IN_POOL)))
                .isEmpty();
    }

    @Test
    void whoever_takes_the_schedulers_name_is_found() {
        Thread first = new Thread("CompletableFutureDelayScheduler");
        Thread second = new Thread("CompletableFutureDelayScheduler");
        assertThat(PoolThreads.of(Map.of(first, IDLE_IN_POOL, second, IDLE_IN_POOL)))
                .containsExactly(second);
    }

    @Test
    void beside_a_group_of_channels_no_pool_is_counted() {
        assertThat(PoolThreads.of(
                        Map.of(new Thread("Thread-1"), IDLE_IN_POOL, new Thread("Thread-2"), IN_CHANNEL_GROUP)))
                .isEmpty();
    }

    @Test
    void worker_of_an_own_pool_is_found_and_one_of_the_common_pool_is_not() throws InterruptedException {
        ForkJoinPool own = new ForkJoinPool(1);
        Thread worker = worker(own);
        assertThat(PoolThreads.of(Map.of(worker, OTHER))).containsExactly(worker);
        own.shutdown();
        assertThat(PoolThreads.of(Map.of(worker(ForkJoinPool.commonPool()), OTHER)))
                .isEmpty();
    }

    private static Thread worker(ForkJoinPool pool) throws InterruptedException {
        BlockingQueue<Thread> worker = new ArrayBlockingQueue<>(1);
        pool.execute(() -> worker.add(Thread.currentThread()));
        return worker.take();
    }

    private static StackTraceElement frame(String type, String method) {
        return new StackTraceElement(type, method, null, -1);
    }
}
