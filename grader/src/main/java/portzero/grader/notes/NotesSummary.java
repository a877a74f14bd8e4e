package portzero.grader.notes;

import java.time.Duration;
import java.util.List;
import portzero.grader.notes.problem.Problem;

/**
 * What was rendered.
 *
 * @param pages chapters, sheets and the title page; not the pages that show programs
 * @param words in the text of the pages, code not counted
 * @param programs quoted from docs/snippets
 * @param outputs of programs shown
 * @param warnings what readers see as it was written
 */
public record NotesSummary(int pages, int words, int programs, int outputs, Duration took, List<Problem> warnings) {
    public NotesSummary {
        warnings = List.copyOf(warnings);
    }

    @Override
    public String toString() {
        return "%d pages, %,d words, %d programs, %d recorded outputs in %.2f s"
                .formatted(pages, words, programs, outputs, took.toMillis() / 1000.0);
    }
}
