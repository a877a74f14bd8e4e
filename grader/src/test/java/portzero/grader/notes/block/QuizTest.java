package portzero.grader.notes.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portzero.grader.notes.Checkout;

class QuizTest {
    @TempDir
    private Path folder;

    private Checkout checkout;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Checkout.in(folder);
    }

    @Test
    void a_choice_shows_question_options_and_answer() throws Exception {
        var quiz = quiz("""
                quiz
                Which `call` waits
                for a client?

                - [ ] "bind"
                - [x] `accept`
                > It is [here](tcp.md#partial-reads).
                """).select(".quiz[data-quiz=choice]");
        assertThat(quiz.select("legend").text()).isEqualTo("Which call waits for a client?");
        assertThat(quiz.select("legend > code").text()).isEqualTo("call");
        assertThat(quiz.select("ul.options li").eachText()).containsExactly("“bind”", "accept");
        assertThat(quiz.select("ul.options li[data-right]").text()).isEqualTo("accept");
        assertThat(quiz.select("details.answer").text()).isEqualTo("Answer accept It is here.");
        assertThat(quiz.select("details.answer a").attr("href")).isEqualTo("tcp.html#partial-reads");
    }

    @Test
    void a_prediction_shows_the_program_and_hides_what_it_prints() throws Exception {
        var quiz = quiz("""
                quiz predict Hello#say
                What does it print?
                > That.
                """).select(".quiz[data-quiz=predict]");
        assertThat(quiz.select("fieldset pre").text()).startsWith("static final List");
        assertThat(quiz.select("details.answer figure.output pre").text()).isEqualTo("<b> & co");
    }

    @Test
    void an_order_is_shown_shuffled_in_the_same_way_each_time() throws Exception {
        var text = """
                quiz order
                In which order?
                1. one
                2. two
                3. three
                > So.
                """;
        var quiz = quiz(text).select(".quiz[data-quiz=order]");
        assertThat(quiz.select("ul.steps li").eachText())
                .containsExactlyInAnyOrder("one", "two", "three")
                .isNotEqualTo(quiz.select("details ol li").eachText());
        assertThat(quiz.select("details ol li").eachText()).containsExactly("one", "two", "three");
        assertThat(quiz.select("ul.steps [data-step=0]").text()).isEqualTo("one");
        assertThat(quiz(text).select("ul.steps").outerHtml())
                .isEqualTo(quiz.select("ul.steps").outerHtml());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            quiz maybe/Which?/- [x] a/> b               | 7: “quiz maybe” is no kind of quiz. Write quiz, quiz order, or quiz predict and the name of a program.
            quiz/- [x] a/- [ ] b/> c                    | 7: The quiz has no question. Begin it with a paragraph that asks one.
            quiz/Which?//> c                            | 7: The quiz has no options. Write two or more, “- [ ] wrong” and “- [x] right”.
            quiz/Which?//- [x] a/> c                    | 7: The quiz has no options. Write two or more, “- [ ] wrong” and “- [x] right”.
            quiz/Which?//- [x] a/- b/> c                | 11: The option does not say whether it is right. Begin it with [x] or [ ].
            quiz/Which?//- [ ] a/- [ ] b/> c            | 7: No option of the quiz is right. Mark those that are with [x].
            quiz/Which?//- [x] a/- [ ] b                | 7: The quiz has no explanation behind its answers. End it with one, “> …”.
            quiz/Which?//- [x] a/- [ ] b/> c//d         | 14: The explanation is the end of a quiz. Move this before it.
            quiz order/Which?//1. a/> c                 | 7: The quiz has no steps to order. Write two or more as a list, “1. …”, in the right order.
            quiz order/Which?//- a/- b/> c              | 7: The quiz has no steps to order. Write two or more as a list, “1. …”, in the right order.
            quiz predict Nobody/Which?/> c              | 7: There is no program Nobody in docs/snippets. Write it or correct the name.
            quiz/Which?//- [x] [a](no.md)/- [ ] b/> c   | 10: There is no file “no.md”. Correct the link.
            """)
    void a_malformed_quiz_is_named_with_line_and_remedy(String fence, String problem) throws IOException {
        write(fence.replace('/', '\n'));
        assertThat(checkout.problems().lines()).contains("docs/notes/tcp.md:" + problem);
    }

    private Document quiz(String text) throws Exception {
        write(text);
        return Jsoup.parse(checkout.page("tcp.html"));
    }

    private void write(String text) throws IOException {
        checkout.chapter("tcp", 2, "```" + text.stripTrailing() + "\n```\n\n## Partial reads {#partial-reads}");
    }
}
