package portzero.testkit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TraceTest {

    private final Trace trace = new Trace();

    @Test
    void outcome_stands_in_its_own_column() {
        Step step = step("test → X.start()");
        step.outcome("returns\nnothing");
        assertThat(trace.lines(1)).containsExactly("test → X.start()                                returns\\nnothing");
        assertThat(trace.moves(1).get(0).label()).isEqualTo("label: returns\\nnothing");
    }

    @Test
    void story_ends_where_it_is_told_to() {
        step("one");
        step("two");
        assertThat(trace.lines(1)).containsExactly("one");
    }

    @Test
    void long_story_keeps_beginning_and_end_and_its_arrows_keep_step() {
        for (int i = 1; i <= 1_000; i++) {
            step("step " + i);
        }
        List<String> lines = trace.lines(1_000);
        assertThat(lines).hasSize(60).startsWith("step 1", "step 2").endsWith("step 999", "step 1000");
        assertThat(lines.get(10)).isEqualTo("… 941 more steps like these …");
        assertThat(trace.moves(1_000)).hasSize(60);
        assertThat(trace.moves(1_000).get(59).step()).isEqualTo(60);
    }

    @Test
    void steps_stand_among_the_events_of_the_wire_with_the_numbers_that_they_are_told_with() {
        AtomicInteger events = new AtomicInteger();
        Trace placed = new Trace(events::get);
        for (int i = 1; i <= 70; i++) {
            events.set(2 * i);
            placed.add(TraceEvent.Kind.CALL, "test", "server", "step " + i, "label");
        }
        assertThat(placed.placed(60))
                .extracting(step -> step.move().step())
                .startsWith(1, 2)
                .endsWith(59, 60);
        List<PlacedStep> all = placed.placed(70);
        assertThat(all).extracting(PlacedStep::position).startsWith(2, 4).endsWith(138, 140);
        assertThat(all).extracting(step -> step.move().step()).startsWith(1, 2).endsWith(59, 60);
        for (PlacedStep step : all) {
            int number = step.move().step();
            assertThat(number == 0 || placed.lines(70).get(number - 1).equals(step.text()))
                    .as(step.toString())
                    .isTrue();
        }
        assertThat(all).filteredOn(step -> step.move().step() == 0).hasSize(11);
    }

    private Step step(String text) {
        return trace.add(TraceEvent.Kind.CALL, "test", "server", text, "label");
    }
}
