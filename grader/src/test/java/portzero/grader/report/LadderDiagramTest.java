package portzero.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import portzero.grader.ladder.LadderView;
import portzero.grader.ladder.LadderView.Rung;
import portzero.grader.ladder.LadderView.Side;
import portzero.testkit.trace.TraceEvent;
import portzero.testkit.trace.TraceEvent.Kind;

class LadderDiagramTest {

    @Test
    void the_test_stands_on_the_left() {
        LadderView ladder = draw(move("server", "test", Kind.DATA), move("test", "server", Kind.DATA));
        assertThat(ladder.sides()).extracting(Side::name).containsExactly("test", "server");
        Rung first = ladder.rungs().get(0);
        assertThat(first.from()).isGreaterThan(first.to());
    }

    @Test
    void time_runs_down_within_the_drawing() {
        LadderView ladder = draw(SampleTests.timeout().moves().toArray(TraceEvent[]::new));
        assertThat(ladder.rungs()).extracting(Rung::y).isSorted().allMatch(y -> y < ladder.height());
    }

    @Test
    void kinds_differ_by_shape_and_not_by_colour_alone() {
        Stream<Kind> kinds = Stream.of(Kind.values()).filter(kind -> kind != Kind.NOTE);
        assertThat(kinds.map(kind -> draw(move("test", "server", kind), move("test", "server", kind))
                                .rungs()
                                .get(0))
                        .map(rung -> rung.dash() + "/" + rung.tag() + "/"
                                + (rung.kind().equals("connect") ? "thick" : "")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(names = {"END", "RESET"})
    void the_end_and_the_abort_are_called_by_their_names(Kind kind) {
        Rung rung = draw(move("test", "server", kind), move("test", "server", kind))
                .rungs()
                .get(0);
        assertThat(rung.tag()).isEqualTo(kind == Kind.END ? "FIN" : "RST");
    }

    @Test
    void a_long_label_is_cut_and_kept_whole_beside() {
        var wordy = new TraceEvent(1, "test", "server", Kind.DATA, "very long ".repeat(30));
        Rung rung = draw(wordy, wordy).rungs().get(0);
        assertThat(rung.label()).endsWith("…").hasSizeLessThan(50);
        assertThat(rung.full()).startsWith(wordy.label().strip().substring(0, 200));
    }

    @Test
    void hostile_labels_are_shown() {
        var hostile = new TraceEvent(1, "test", "\u202eserver", Kind.DATA, "\u001b[31m");
        LadderView ladder = draw(hostile, hostile);
        assertThat(ladder.sides().get(1).name()).doesNotContain("\u202e");
        assertThat(ladder.rungs().get(0).label()).isEqualTo("\\u001b[31m");
        assertThat(ladder.description()).doesNotContain("\u001b", "\u202e");
    }

    @Test
    void a_note_stays_at_its_lifeline_on_the_side_where_there_is_room() {
        LadderView ladder = draw(move("test", "server", Kind.DATA), note("test"), note("server"));
        assertThat(ladder.rungs()).extracting(Rung::anchor).containsExactly("middle", "start", "end");
    }

    @Test
    void a_long_story_is_shortened_in_the_middle() {
        TraceEvent[] moves = IntStream.rangeClosed(1, 500)
                .mapToObj(step -> new TraceEvent(step, "test", "server", Kind.DATA, "x"))
                .toArray(TraceEvent[]::new);
        LadderView ladder = draw(moves);
        assertThat(ladder.rungs()).hasSize(40);
        assertThat(ladder.rungs().get(13).label()).isEqualTo("… 461 more steps");
        assertThat(ladder.rungs().get(39).number()).isEqualTo("500");
    }

    @Test
    void there_is_no_drawing_of_one_side_or_of_one_move() {
        assertThat(LadderDiagram.of("id", "title", List.of(note("test"), note("test"))))
                .isEmpty();
        assertThat(LadderDiagram.of("id", "title", List.of(move("test", "server", Kind.CALL))))
                .isEmpty();
        assertThat(LadderDiagram.of("id", "title", List.of())).isEmpty();
    }

    private static LadderView draw(TraceEvent... moves) {
        return LadderDiagram.of("id", "title", List.of(moves)).orElseThrow();
    }

    private static TraceEvent move(String from, String to, Kind kind) {
        return new TraceEvent(1, from, to, kind, "label");
    }

    private static TraceEvent note(String side) {
        return new TraceEvent(1, side, side, Kind.NOTE, "waits");
    }
}
