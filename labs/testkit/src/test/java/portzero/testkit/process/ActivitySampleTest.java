package portzero.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActivitySampleTest {

    private static final long MILLISECOND = 1_000_000;

    private final ActivitySample earlier = at(0, true, 40);

    @Test
    void a_program_that_used_next_to_nothing_has_slept() {
        assertThat(at(30, true, 40).hasSleptSince(earlier)).isTrue();
        assertThat(at(30, true, 50).hasSleptSince(earlier)).isTrue();
        assertThat(at(500, true, 90).hasSleptSince(earlier)).isTrue();
    }

    @Test
    void a_program_that_used_the_processor_has_not_slept() {
        assertThat(at(30, true, 60).hasSleptSince(earlier)).isFalse();
        assertThat(at(500, true, 100).hasSleptSince(earlier)).isFalse();
    }

    @Test
    void a_program_that_is_awake_at_either_look_has_not_slept() {
        assertThat(at(30, false, 40).hasSleptSince(earlier)).isFalse();
        assertThat(at(30, true, 40).hasSleptSince(at(0, false, 40))).isFalse();
    }

    @Test
    void the_busiest_thread_counts_even_if_it_is_new() {
        ActivitySample now = new ActivitySample(0, true, Map.of(1L, 45 * MILLISECOND, 2L, 30 * MILLISECOND), Map.of());
        assertThat(now.busiestSince(earlier)).isEqualTo(Duration.ofMillis(30));
        assertThat(new ActivitySample(0, true, Map.of(), Map.of()).busiestSince(earlier))
                .isZero();
    }

    private static ActivitySample at(long milliseconds, boolean asleep, long used) {
        return new ActivitySample(milliseconds * MILLISECOND, asleep, Map.of(1L, used * MILLISECOND), Map.of());
    }
}
