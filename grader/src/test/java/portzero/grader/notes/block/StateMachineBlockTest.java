package portzero.grader.notes.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portzero.grader.notes.Checkout;

class StateMachineBlockTest {
    @TempDir
    private Path folder;

    private Checkout checkout;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Checkout.in(folder);
        checkout.write("docs/notes/s.svg", """
                <svg xmlns='http://www.w3.org/2000/svg'><g data-state='UP'/><g data-state='DOWN'/>
                <g data-edge='UP DOWN'/></svg>
                """);
    }

    @Test
    void is_a_drawing_with_a_text_and_a_table() throws Exception {
        write("states s.svg", "Two <states>.", "UP -> DOWN: close / FIN");
        var machine = Jsoup.parse(checkout.page("tcp.html")).select(".states");
        assertThat(machine.select("[role=img]").attr("aria-label")).isEqualTo("Two <states>.");
        assertThat(machine.select("svg [data-edge]")).hasSize(1);
        assertThat(machine.select("tbody td").eachText()).containsExactly("UP", "close", "FIN", "DOWN");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            states no.svg | UP -> DOWN: close / FIN | 7: “states” needs the name of a drawing beside the page, such as states.svg.
            states        | UP -> DOWN: close / FIN | 7: “states” needs the name of a drawing beside the page, such as states.svg.
            states s.svg  | UP - DOWN               | 9: “UP - DOWN” is no transition. Write FROM -> TO: event / what is sent.
            states s.svg  | DOWN -> UP: open / SYN  | 7: The drawing has no transition “DOWN UP”. Draw it, or remove the line.
            states s.svg  | DOWN -> UP: open / SYN  | 7: There is no line for the transition “UP DOWN” of the drawing. Add one.
            states s.svg  | UP -> OUT: open / SYN   | 7: The drawing has no state “OUT”. Draw it, or correct the line.
            """)
    void lines_that_do_not_fit_the_drawing_are_named(String info, String line, String problem) throws IOException {
        write(info, "Text.", line);
        assertThat(checkout.problems().lines()).contains("docs/notes/tcp.md:" + problem);
    }

    private void write(String info, String alternative, String line) throws IOException {
        checkout.chapter(
                "tcp",
                2,
                "```" + info + "\n" + alternative + "\n" + line + "\n```\n\n## Partial reads {#partial-reads}");
    }
}
