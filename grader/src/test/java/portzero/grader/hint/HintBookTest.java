package portzero.grader.hint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import portzero.grader.Root;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;
import portzero.grader.progress.SheetTask;

class HintBookTest {

    private static final int STAGES = 3;
    private static final int LONG = 24;

    static List<Lab> labs() throws CourseException {
        return Course.in(Root.path()).labs();
    }

    @Test
    void a_hint_may_have_several_lines() {
        HintBook book = HintBook.parse(
                List.of("# Hints", "", "Words.", "", "## 1. Listen", "", "1. Which `port`?", "   And why?", "2. b"));
        assertThat(book.of(1)).containsExactly("Which port? And why?", "b");
        assertThat(book.of(2)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void each_task_has_a_question_a_pointer_and_nearly_the_answer(Lab lab) throws IOException {
        List<SheetTask> tasks = SheetTask.of(lab);
        HintBook book = HintBook.of(lab);
        assertThat(book.byTask().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        tasks.stream().map(SheetTask::number).toList());
        assertThat(tasks).allSatisfy(task -> {
            assertThat(book.of(task.number())).as(task.title()).hasSize(STAGES).doesNotHaveDuplicates();
            assertThat(book.of(task.number()).get(0)).contains("?");
            assertThat(Files.readString(lab.folder().resolve(HintBook.FILE)))
                    .contains("## " + task.number() + ". " + task.title() + "\n");
        });
    }

    /** Neither as it stands there nor with other spaces. */
    @ParameterizedTest
    @MethodSource("labs")
    void no_hint_has_a_line_of_a_solution(Lab lab) throws IOException {
        String hints = squeezed(Files.readString(lab.folder().resolve(HintBook.FILE)));
        assertThat(hints).doesNotContain(";}", "){");
        try (Stream<Path> files = Files.walk(lab.solutions())) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                assertThat(Files.readAllLines(file).stream()
                                .map(line -> squeezed(line.replaceFirst("//.*", "")))
                                .filter(line -> line.length() >= LONG && !line.startsWith("*") && !line.startsWith("/"))
                                .filter(hints::contains))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s`]+", "");
    }
}
