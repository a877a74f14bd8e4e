package portzero.grader.vet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import portzero.grader.report.ReadingLink;
import portzero.grader.score.Outcome;
import portzero.grader.score.Result;
import portzero.grader.score.TestResult;
import portzero.grader.score.Verdict;
import portzero.grader.score.Visibility;

class LessonTest {

    private static final String HASH = "sha256:" + "0f".repeat(32);
    private static final Map<String, ReadingLink> NOTES = Map.of(
            "tcp#reads",
                    new ReadingLink("A read returns what is there, which may be a single byte of many", "tcp.html"),
            "tcp#calls", new ReadingLink("The calls", "tcp.html"));

    private final Lesson lesson = new Lesson(id -> Optional.ofNullable(NOTES.get(id)));

    @Test
    void a_failure_with_hint_and_section_teaches() {
        assertThat(lesson.lack(mistake("tcp#reads"), failing("Write what was read", "tcp#reads")))
                .isEmpty();
    }

    @Test
    void the_section_must_be_named_by_a_failed_test() {
        assertThat(lesson.lack(mistake("tcp#calls"), failing("Write what was read", "tcp#reads")))
                .hasValueSatisfying(
                        lack -> assertThat(lack).contains("is shown tcp, “The calls” by none of the tests"));
    }

    @Test
    void the_section_must_be_in_the_notes() {
        assertThat(lesson.lack(mistake("tcp#gone"), failing("Write what was read", "tcp#gone")))
                .contains("has reading=tcp#gone, which the notes do not have");
    }

    @Test
    void each_failure_must_have_a_hint() {
        assertThat(lesson.lack(mistake("tcp#reads"), failing(" ", "tcp#reads")))
                .contains("is shown no hint by EchoServerTest.echoes");
    }

    private static Manifest mistake(String reading) {
        return new Manifest("Writes too much", Set.of("EchoServerTest.echoes"), reading);
    }

    private static Result failing(String hint, String reading) {
        TestResult test = new TestResult(
                "EchoServerTest.echoes",
                "echoes",
                1,
                Visibility.HIDDEN,
                Outcome.FAILED,
                null,
                false,
                0,
                10,
                0.1,
                "Expected this, but got that",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                hint,
                reading);
        return new Result(
                1,
                "lab02-echo",
                "mistake",
                "mistake",
                HASH,
                HASH,
                Verdict.GRADED,
                null,
                0,
                10,
                0.1,
                "7f3a",
                List.of(test),
                List.of());
    }
}
