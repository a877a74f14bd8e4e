package portzero.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallDurationTest {

    private static final Duration LONG = Duration.ofDays(1);

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void what_ends_early_fails_at_once() {
        assertThatThrownBy(() -> CallDuration.expectAfter(LONG, calls::incrementAndGet))
                .hasMessageMatching("Expected the call to last 86400000 ms at least, but it ended after \\d+ ms");
        assertThat(calls).hasValue(1);
    }

    @Test
    void what_is_late_each_time_fails() {
        assertThatThrownBy(() -> CallDuration.expectBetween(Duration.ZERO, Duration.ZERO, calls::incrementAndGet))
                .hasMessageMatching(
                        "Expected the call to end within 0 ms, but it lasted \\d+ ms, and as long in each of 4 tries");
        assertThat(calls).hasValue(4);
    }

    @Test
    void what_is_late_once_does_not() throws Exception {
        Duration most = Duration.ofSeconds(1);
        CallDuration.expectBetween(Duration.ZERO, most, () -> {
            long begin = System.nanoTime();
            while (calls.get() == 0 && System.nanoTime() - begin <= most.toNanos()) {
                Thread.onSpinWait(); // the first of them takes its time
            }
            calls.incrementAndGet();
        });
        assertThat(calls).hasValueGreaterThan(1);
    }

    @Test
    void a_timeout_is_told_from_a_return_and_from_other_exceptions() {
        assertThatCode(() -> CallDuration.expectTimeout(Duration.ZERO, () -> {
                    throw new SocketTimeoutException();
                }))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> CallDuration.expectTimeout(Duration.ZERO, () -> {}))
                .hasMessage("Expected the call to throw SocketTimeoutException, but it returned");
    }
}
