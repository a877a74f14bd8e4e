package portzero.grader.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import portzero.grader.compile.Compiler;
import portzero.grader.compile.SourceFile;
import portzero.testkit.trace.TraceEvent;
import portzero.testkit.trace.TraceEvent.Kind;

class LadderTextTest {

    private static final Terminal NARROW = new Terminal(false, false, Terminal.NARROWEST);

    @Test
    void arrows_go_from_one_side_to_the_other_and_fit_the_terminal() {
        List<String> lines = new LadderText(NARROW)
                .lines(List.of(
                        new TraceEvent(1, "test", "server", Kind.CONNECT, "connects"),
                        new TraceEvent(
                                2, "server", "test", Kind.DATA, "5 bytes → “hello”, and many, many, many more words"),
                        new TraceEvent(3, "test", "test", Kind.NOTE, "waits"),
                        new TraceEvent(4, "server", "server", Kind.NOTE, "closes")));
        assertThat(lines)
                .hasSize(5)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
        assertThat(lines.get(0)).startsWith("     test").endsWith("server");
        assertThat(lines.get(1)).startsWith("  1  |-- connects ---").endsWith("->|");
        assertThat(lines.get(2)).startsWith("  2  |<-- 5 bytes -> \"hello\"").endsWith("|");
        assertThat(lines.get(3)).startsWith("  3  | * waits");
        assertThat(lines.get(4)).startsWith("  4  |   ").endsWith(" closes * |");
    }

    @Test
    void nothing_to_draw_is_said() {
        assertThat(new LadderText(NARROW).lines(List.of())).containsExactly("  Nothing went over the wire.");
    }

    @Test
    void an_error_is_shown_with_its_place_its_line_and_a_mark_in_sixty_columns() {
        String long_ = "        String text = \"" + "x".repeat(80) + "\" + nothing;";
        List<String> lines = new CompileErrorText(NARROW, Path.of("work").toAbsolutePath())
                .lines(Compiler.strict(Map.of())
                        .compile(List.of(new SourceFile("A.java", "class A {\n\tint n = \"a\";\n" + long_ + "\n}")))
                        .errors());
        assertThat(lines)
                .contains(
                        "x work" + java.io.File.separator + "A.java:2",
                        "     2 | int n = \"a\";",
                        "                 ^");
        assertThat(lines).anyMatch(line -> line.endsWith("nothing;"));
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
    }
}
