package portzero.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import portzero.testkit.await.Deadlines;
import portzero.testkit.internal.ContextFixture;
import portzero.testkit.trace.DeadlineExceededError;

/** Thread accounting in the home that a test has in an IDE; the other one is tested with its session. */
@Timeout(60)
class ThreadCheckTest {

    private final ContextFixture fixture = new ContextFixture();

    @AfterEach
    void close() {
        fixture.close();
        System.clearProperty(Deadlines.SCALE);
    }

    @Test
    void no_thread_is_left_when_none_was_started() {
        fixture.network.expectNoThreads();
        assertThat(fixture.story()).matches("test asks for the program's threads +none");
    }

    @Test
    void idle_pool_thread_is_named_and_waited_for() throws Exception {
        System.setProperty(Deadlines.SCALE, "0.05");
        ExecutorService pool = Executors.newSingleThreadExecutor(task -> new Thread(task, "pooled"));
        pool.submit(() -> 1).get();
        assertThatThrownBy(fixture.network::expectNoThreads)
                .isInstanceOf(DeadlineExceededError.class)
                .hasMessage("Expected  no thread of the program to be left\n"
                        + "but       1 is: pooled, idle in a pool or timer (waited 0.075 s)");
        System.clearProperty(Deadlines.SCALE);
        pool.shutdown();
        fixture.network.expectNoThreads();
    }

    @Test
    void thread_that_was_there_before_the_test_does_not_count() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        pool.submit(() -> 1).get();
        try (ContextFixture later = new ContextFixture()) {
            later.network.expectNoThreads();
        }
        pool.shutdown();
    }

    @Test
    void idle_pool_thread_is_not_at_work() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        pool.submit(() -> 1).get();
        fixture.network.expectAtWork(0);
        pool.shutdown();
        assertThat(fixture.story()).matches("test looks which of the program's threads are at work +none");
    }
}
