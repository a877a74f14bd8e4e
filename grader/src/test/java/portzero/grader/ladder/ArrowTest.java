package portzero.grader.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import portzero.grader.ladder.LadderView.Rung;

class ArrowTest {

    @Test
    void kinds_differ_by_shape_and_not_by_colour_alone() {
        assertThat(Stream.of(Arrow.values())
                        .map(ArrowTest::drawn)
                        .map(rung -> rung.dash() + "/" + rung.tag() + "/" + rung.solid() + "/"
                                + (rung.kind().equals("connect") ? "thick" : "")))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_shaft_ends_within_the_head() {
        assertThat(Stream.of(Arrow.values()).map(ArrowTest::drawn)).allSatisfy(rung -> {
            assertThat(rung.from()).isEqualTo(10);
            assertThat(rung.to()).isBetween(185, 200);
            assertThat(rung.labelX()).isEqualTo(105);
        });
    }

    private static Rung drawn(Arrow kind) {
        return Rung.arrow("1", kind, 10, 200, 50, "label", "label");
    }
}
