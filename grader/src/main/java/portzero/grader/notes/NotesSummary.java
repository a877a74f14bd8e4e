package portzero.grader.notes;

import java.time.Duration;

/**
 * What was rendered.
 *
 * @param pages chapters, sheets and the title page; not the pages that show programs
 * @param words in the text of the pages, code not counted
 * @param programs quoted from docs/snippets
 * @param outputs of programs shown
 */
public record NotesSummary(int pages, int words, int programs, int outputs, Duration took) {
    @Override
    public String toString() {
        return "%d pages, %,d words, %d programs, %d recorded outputs in %.2f s"
                .formatted(pages, words, programs, outputs, took.toMillis() / 1000.0);
    }
}
