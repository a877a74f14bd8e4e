package portzero.grader.notes.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portzero.grader.notes.Checkout;

class ProblemListTest {
    @TempDir
    private Path folder;

    private Checkout checkout;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Checkout.in(folder);
    }

    @Test
    void a_right_checkout_has_none() throws IOException {
        assertThat(checkout.problems()).isEmpty();
    }

    /** The body begins on line 7 of a chapter. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [a](nowhere.md)                 | 7: There is no file “nowhere.md”. Correct the link.
            [a](sockets.md#no)              | 7: There is no heading #no in docs/notes/sockets.md. Correct the link or give a heading that id.
            [a](#no)                        | 7: There is no heading #no in docs/notes/tcp.md. Correct the link or give a heading that id.
            [a](../../../../etc/passwd)     | 7: There is no file “../../../../etc/passwd”. Correct the link.
            [a](/etc/passwd)                | 7: “/etc/passwd” leads nowhere here. Use a relative link or https.
            [a](javascript:alert)           | 7: “javascript:alert” leads nowhere here. Use a relative link or https.
            [a](data:text/html,x)           | 7: “data:text/html,x” leads nowhere here. Use a relative link or https.
            [a](../snippets)                | 7: docs/snippets is a folder. Link to a file in it.
            [a](%zz)                        | 7: There is no file “%zz”. Correct the link.
            ![a](no.svg)                    | 7: There is no file “no.svg”. Correct the link.
            ![](sockets.md)                 | 7: The image has no text for those who cannot see it. Put it in [ ].
            # A title                       | 7: The title of a chapter is in its front matter. Use ## for sections.
            ## A {#Bad_Id}                  | 7: “Bad_Id” is no good as an id. Use small letters, digits and hyphens, a letter first.
            <script>alert(1)</script>       | 7: HTML is shown as text here, but for <kbd>, <br>, <sub>, <sup>, <mark> and <details>. Write Markdown, or `<` for the sign.
            a <b>word</b>                   | 7: HTML is shown as text here, but for <kbd>, <br>, <sub>, <sup>, <mark> and <details>. Write Markdown, or `<` for the sign.
            """)
    void a_wrong_line_is_named_with_the_remedy(String line, String problem) throws IOException {
        checkout.chapter("tcp", 2, line + "\n\n## Partial reads {#partial-reads}");
        assertThat(checkout.problems()).isEqualTo("docs/notes/tcp.md:" + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            snippet Nobody     | There is no program Nobody in docs/snippets. Write it or correct the name.
            snippet Hello#no   | Hello has no part “no”. Put it between // snippet: no and // end.
            snippet            | “snippet” needs one name behind it, that of a program in docs/snippets.
            output Nobody      | There is no recorded output of Nobody. Record it with mvn -pl docs/snippets test -Dportzero.record=true.
            output ../../etc   | There is no recorded output of ../../etc. Record it with mvn -pl docs/snippets test -Dportzero.record=true.
            output hello.sh    | There is no recorded output of hello.sh. Record it with mvn -pl docs/snippets test -Dportzero.record=true.
            transcript no      | There is no recorded transcript no. Write docs/snippets/transcripts/no.sh and record it with mvn -pl docs/snippets test -Dportzero.record=true.
            transcript ../x    | There is no recorded transcript ../x. Write docs/snippets/transcripts/../x.sh and record it with mvn -pl docs/snippets test -Dportzero.record=true.
            snippet hello.c    | There is no program hello.c in docs/snippets. Write it or correct the name.
            snippet two.py#no  | two.py has no part “no”. Put it between # snippet: no and # end.
            cobol              | “cobol” is no known language; it is shown as text. Known are java, c, python, shell, xml, html, css, javascript, typescript, json, yaml, toml, ini, cpp, go, rust, sql, diff, http, text.
            """)
    void a_block_that_cannot_be_shown_is_named(String info, String problem) throws IOException {
        checkout.write("docs/snippets/src/main/python/two.py", "print(2)\n");
        checkout.chapter("tcp", 2, "Text.\n\n```" + info + "\n```\n\n## Partial reads {#partial-reads}");
        assertThat(checkout.problems()).isEqualTo("docs/notes/tcp.md:9: " + problem);
    }

    @Test
    void an_id_used_twice_names_the_other_line() throws IOException {
        checkout.chapter("tcp", 2, "## A {#partial-reads}\n\n## B {#partial-reads}");
        assertThat(checkout.problems())
                .isEqualTo("docs/notes/tcp.md:9: The id “partial-reads” is already on line 7."
                        + " Give this heading an id of its own, as in {#another-id}.");
    }

    @Test
    void all_problems_of_all_pages_are_told_at_once() throws IOException {
        checkout.chapter("tcp", 2, "[a](no.md)\n[b](nope.md)");
        assertThat(checkout.problems().lines().map(line -> line.substring(0, line.indexOf(": "))))
                .containsExactly("docs/notes/sockets.md:7", "docs/notes/tcp.md:7", "docs/notes/tcp.md:8");
    }

    @Test
    void front_matter_must_be_complete() throws IOException {
        checkout.write("docs/notes/more.md", "---\ntitle: x\norder: first\nauthor: y\n---\n");
        assertThat(checkout.problems().lines())
                .containsExactly(
                        "docs/notes/more.md:1: The front matter has an unknown key “author”. Use title, order, summary"
                                + " and part only.",
                        "docs/notes/more.md:1: The front matter has no summary. Begin the file with ---, a line"
                                + " “summary: …”, and ---.",
                        "docs/notes/more.md:1: order must be a number from 1 but was “first”. Number the chapters from"
                                + " 1.");
    }

    @Test
    void two_chapters_cannot_have_one_place() throws IOException {
        checkout.chapter("udp", 2, "x");
        assertThat(checkout.problems())
                .isEqualTo("docs/notes/udp.md:1: order 2 is also that of tcp.md. Give each chapter its own.");
    }

    @Test
    void a_sheet_needs_a_title() throws IOException {
        checkout.write("labs/lab02-echo/README.md", "Write a server.\n");
        assertThat(checkout.problems())
                .isEqualTo("labs/lab02-echo/README.md:1: A lab's sheet begins with its title."
                        + " Make the first line “# Lab NN: …”.");
    }

    @Test
    void hidden_tests_and_solutions_are_not_linked() throws IOException {
        checkout.write("labs/lab02-echo/src/hidden/java/HiddenTest.java", "class HiddenTest {}");
        checkout.write("labs/lab02-echo/README.md", "# Lab\n\n[a](src/hidden/java/HiddenTest.java)\n");
        assertThat(checkout.problems())
                .isEqualTo("labs/lab02-echo/README.md:3: Hidden tests and solutions are not for readers."
                        + " Remove the link.");
    }

    @Test
    void a_file_that_is_not_utf8_is_named() throws IOException {
        Files.write(checkout.home().resolve("docs/notes/tcp.md"), new byte[] {(byte) 0xff});
        assertThat(checkout.problems()).contains("docs/notes/tcp.md:1: The file is not UTF-8. Save it as UTF-8.");
    }

    @Test
    void nothing_is_written_if_anything_is_wrong() throws IOException {
        checkout.chapter("tcp", 2, "[a](no.md)");
        assertThat(checkout.problems()).isNotEmpty();
        assertThat(checkout.out()).doesNotExist();
    }
}
