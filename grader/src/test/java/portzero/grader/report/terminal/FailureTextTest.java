package portzero.grader.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import portzero.grader.report.CohortFixture;
import portzero.grader.report.SampleTests;
import portzero.grader.result.ExceededLimit;
import portzero.grader.result.NamedMistake;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestResult;
import portzero.grader.wording.ReadingLink;
import portzero.testkit.Symptom;

class FailureTextTest {
    private static final SampleTests.Spec SPEC = SampleTests.ECHO.get(6);

    @Test
    void a_failure_tells_its_story() {
        assertThat(text(Terminal.plain()).test(SampleTests.wholeBuffer())).isEqualTo("""
            ✗ task 3  echoes a large message byte for byte                        0 / 10
                1  test → EchoServer.start(127.0.0.1:0)            listening on 127.0.0.1:43817
                2  test connects from 127.0.0.1:51022
                3  test sends 1,048,576 bytes, seed 7f3a
              ✗ 4  server sends 2,097,152 bytes
              Expected  the same 1,048,576 bytes
              but byte 700 differs: expected 5e, was 00
                … 1c 9a 44 5e 07 …
                           ^^ 00
              Your threads   echo-1  blocked in read, EchoServer.java:41 (serve)
              The kernel     127.0.0.1:43817 → 127.0.0.1:51022  CLOSE_WAIT: your side never closed it
              Hint           read() tells you how many bytes arrived; write exactly those
              Read           docs: tcp, “A read returns what is there”  tcp.html#partial-reads
            """);
    }

    @Test
    void each_hint_is_a_line_and_a_general_one_brings_what_to_read_about_it() {
        TestResult plain = SampleTests.wholeBuffer();
        String text = text(Terminal.plain())
                .test(SampleTests.hinted(plain, Symptom.LINE_END_ADDED.sentence() + "\n" + plain.hint()));
        assertThat(text).contains("""
              Hint           There is a line end too many: println and newLine add one to what they are given
                             read() tells you how many bytes arrived; write exactly those
              Read           docs: tcp, bytes not text
                             docs: tcp, “A read returns what is there”  tcp.html#partial-reads
            """);
    }

    @Test
    void a_mistake_that_was_named_is_said_to_be_a_guess_and_nothing_is_said_of_none() {
        assertThat(text(Terminal.plain()).named(List.of())).isEmpty();
        NamedMistake mistake = new NamedMistake("You seem to read once.", "tcp#partial-reads");
        assertThat(text(Terminal.plain()).named(List.of(mistake)))
                .containsExactly(
                        "You seem to read once.",
                        "  → docs: tcp, “A read returns what is there”  tcp.html#partial-reads",
                        "  A guess, from which tests failed and how: advice that changes no score. It may be wrong.",
                        "");
        assertThat(text(new Terminal(false, false, 60)).named(List.of(mistake)))
                .allMatch(line -> line.length() <= 60 && line.matches("\\p{ASCII}*"));
    }

    @Test
    void without_unicode_the_same_story_is_told_in_ascii() {
        String ascii = text(new Terminal(false, false, 100)).test(SampleTests.wholeBuffer());
        assertThat(ascii)
                .matches("\\p{ASCII}+")
                .startsWith("x task 3  echoes a large")
                .contains("test -> EchoServer.start", "docs: tcp, \"A read returns what is there\"");
    }

    @Test
    void a_passed_test_is_one_line() {
        assertThat(text(Terminal.plain()).test(SampleTests.passed(SPEC, false)))
                .isEqualTo("✓ task 3  echoes a large message byte for byte                       10 / 10\n");
    }

    @Test
    void a_flaky_test_says_so() {
        assertThat(text(Terminal.plain()).test(SampleTests.passed(SPEC, true)))
                .startsWith("✓ task 3")
                .contains("  Flaky          missed a deadline or was killed once");
    }

    @Test
    void a_passed_test_says_what_the_machine_could_not_show() {
        assertThat(text(Terminal.plain()).test(SampleTests.partlyChecked(SPEC)))
                .startsWith("✓ task 3")
                .contains("this machine has no IPv6 loopback; not checked: IPv6\n")
                .hasLineCount(2);
    }

    @Test
    void a_test_of_what_is_not_written_yet_is_marked_with_a_circle() {
        assertThat(text(Terminal.plain()).test(SampleTests.skipped(SPEC)))
                .startsWith("○ task 3")
                .contains("\n  EchoServer.start is not written yet.\n");
    }

    @Test
    void a_limit_is_named() {
        assertThat(text(Terminal.plain()).test(SampleTests.memory()))
                .contains("  Limit          memory: your program used more than it is given\n");
    }

    @Test
    void colours_are_there_only_if_wanted() {
        assertThat(text(new Terminal(true, true, 100)).test(SampleTests.wholeBuffer()))
                .startsWith("\u001b[31m✗\u001b[0m task 3")
                .contains("\u001b[1mHint\u001b[0m           read()");
        assertThat(text(Terminal.plain()).test(SampleTests.wholeBuffer())).doesNotContain("\u001b");
    }

    @Test
    void long_lines_are_wrapped_and_hang_below_their_beginning() {
        TestResult wordy = failure("word ".repeat(60), List.of("step ".repeat(40)), "out ".repeat(60));
        assertThat(text(Terminal.plain()).test(wordy).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100))
                .anySatisfy(line -> assertThat(line).startsWith("       step step"))
                .anySatisfy(line -> assertThat(line).startsWith("                 out out"));
    }

    @Test
    void hostile_text_is_shown_and_moves_no_cursor() {
        String hostile = "\u001b[2J\u202e\r\u0007</script>\u2028";
        TestResult test = failure(hostile, List.of(hostile), hostile);
        assertThat(text(Terminal.plain()).test(test))
                .doesNotContain("\u001b", "\u202e", "\r", "\u0007", "\u2028")
                .contains("\\u001b[2J\\u202e\\r\\u0007</script>\\u2028");
    }

    @Test
    void endless_text_is_bounded() {
        TestResult test = failure("x".repeat(100_000), Collections.nCopies(10_000, "step"), "line\n".repeat(100_000));
        assertThat(text(Terminal.plain()).test(test))
                .hasSizeLessThan(20_000)
                .contains("more characters", "… 9977 more steps", "✗10000  step", "more lines");
    }

    @Test
    void steps_left_out_keep_their_numbers() {
        var steps = IntStream.rangeClosed(1, 30).mapToObj(i -> "step " + i).toList();
        assertThat(text(Terminal.plain()).test(failure("m", steps, "")))
                .contains("    8  step 8\n       … 7 more steps\n   16  step 16\n");
    }

    @Test
    void a_section_that_is_not_in_the_notes_is_named_all_the_same() {
        var failures = new FailureText(Terminal.plain(), ReadingLink.none());
        assertThat(failures.test(SampleTests.wholeBuffer())).endsWith("  Read           docs: tcp, partial reads\n");
    }

    private static TestResult failure(String message, List<String> steps, String output) {
        return SampleTests.result(
                SPEC,
                Outcome.FAILED,
                ExceededLimit.OUTPUT,
                false,
                message,
                steps,
                List.of(),
                List.of(),
                List.of(),
                output);
    }

    private static FailureText text(Terminal terminal) {
        return new FailureText(terminal, CohortFixture::reading);
    }
}
