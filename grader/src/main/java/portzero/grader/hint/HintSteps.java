package portzero.grader.hint;

import java.util.List;
import java.util.function.Consumer;
import portzero.grader.course.Lab;
import portzero.grader.progress.LabRecord;

/** Gives the hints of a lab's tasks one after the other, from where a student has got to. */
public final class HintSteps {

    private final HintBook book;
    private final LabRecord record;

    public HintSteps(Lab lab, LabRecord record) {
        book = HintBook.of(lab);
        this.record = record;
    }

    /**
     * Gives the next hint of a task; all of them again when there is no other.
     *
     * @param say is given one paragraph after the other
     * @return the record with this hint given
     */
    public LabRecord give(int task, Consumer<String> say) {
        List<String> hints = book.of(task);
        int given = record.hintsOf(task);
        if (given < hints.size()) {
            say.accept("Hint " + (given + 1) + " of " + hints.size() + ": " + hints.get(given));
            return record.withHints(task, given + 1);
        }
        all(task, say);
        if (!hints.isEmpty()) {
            say.accept("That is all there is. Ask a person, and show the failure of ./lab test.");
        }
        return record;
    }

    /** Gives all hints of a task. */
    public void all(int task, Consumer<String> say) {
        List<String> hints = book.of(task);
        for (int i = 0; i < hints.size(); i++) {
            say.accept("Hint " + (i + 1) + " of " + hints.size() + ": " + hints.get(i));
        }
        if (hints.isEmpty()) {
            say.accept("This task has no hints; each failure of ./lab test has one.");
        }
    }
}
