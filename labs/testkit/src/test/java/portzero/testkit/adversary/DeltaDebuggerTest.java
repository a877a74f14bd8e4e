package portzero.testkit.adversary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeltaDebuggerTest {

    private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

    private int runs;

    private List<Integer> shrunk(List<Integer> failing, int most, Predicate<List<Integer>> fails) {
        return new DeltaDebugger<>(new DeltaDebugger.Trial<Integer>() {
                    @Override
                    public boolean fails(List<Integer> part) {
                        runs++;
                        return fails.test(part);
                    }

                    @Override
                    public boolean goesOn() {
                        return runs < most;
                    }
                })
                .shrink(failing);
    }

    @Test
    void one_cause_is_found_in_few_runs() {
        assertThat(shrunk(HUNDRED, 1_000, part -> part.contains(37))).containsExactly(37);
        assertThat(runs).isLessThan(40);
    }

    @Test
    void causes_that_lie_apart_are_found_together() {
        assertThat(shrunk(HUNDRED, 1_000, part -> part.containsAll(List.of(3, 50, 97))))
                .containsExactly(3, 50, 97);
    }

    @Test
    void what_fails_with_nothing_is_shrunk_to_nothing() {
        assertThat(shrunk(HUNDRED, 1_000, part -> true)).isEmpty();
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void what_needs_all_stays_as_it_is() {
        List<Integer> few = List.of(1, 2, 3);
        assertThat(shrunk(few, 1_000, part -> part.size() == 3)).isEqualTo(few);
    }

    @Test
    void no_single_element_of_the_result_can_be_left_out() {
        Predicate<List<Integer>> fails =
                part -> part.stream().mapToInt(Integer::intValue).sum() > 500;
        List<Integer> smallest = shrunk(HUNDRED, 10_000, fails);
        assertThat(fails.test(smallest)).isTrue();
        for (Integer each : smallest) {
            assertThat(fails.test(smallest.stream()
                            .filter(other -> !other.equals(each))
                            .toList()))
                    .isFalse();
        }
    }

    @Test
    void when_time_is_up_the_smallest_so_far_is_taken() {
        assertThat(shrunk(HUNDRED, 4, part -> part.contains(37)))
                .hasSizeBetween(2, 50)
                .contains(37);
        assertThat(runs).isEqualTo(4);
    }
}
