package portzero.grader.notes.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is made again, and what is not. */
class MemoizerTest {
    private final AtomicInteger made = new AtomicInteger();
    private final Memoizer<Integer, String> memory = new Memoizer<>(key -> key + " as " + made.incrementAndGet());

    @Test
    void what_was_made_of_an_equal_key_is_not_made_again() {
        assertThat(memory.of(1000)).isEqualTo("1000 as 1").isSameAs(memory.of(1000));
        assertThat(memory.of(1001)).isEqualTo("1001 as 2");
    }

    @Test
    void it_does_not_grow_without_bound() {
        for (var key = 0; key <= 5_000; key++) {
            memory.of(key);
        }
        assertThat(memory.of(0)).isEqualTo("0 as 5002");
        assertThat(memory.of(5_000)).isEqualTo("5000 as 5001");
    }
}
