package portzero.grader.report.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portzero.grader.course.Lab;
import portzero.grader.progress.LabRecord;
import portzero.grader.progress.SheetTask;
import portzero.grader.progress.TaskState;

/** How far a student is in a lab: the row of its tasks, and which is next. */
public final class ProgressText {

    private final Terminal terminal;
    private final Lab lab;
    private final List<SheetTask> tasks;

    public ProgressText(Terminal terminal, Lab lab) {
        this.terminal = terminal;
        this.lab = lab;
        tasks = SheetTask.of(lab);
    }

    /** The row of marks, before a sentence. */
    public String row(LabRecord record) {
        return terminal.fit(record.row(lab));
    }

    /** The tasks one by one with their marks, and what is next. */
    public List<String> map(LabRecord record) {
        List<String> lines = new ArrayList<>();
        tasks.forEach(task -> lines.add(
                terminal.fit(record.state(task.number()).mark() + " " + task.number() + "  " + task.title())));
        lines.add("");
        lines.addAll(terminal.wrap(next(record)
                .map(task -> "Next: task " + task.number() + ", " + task.title() + ". A hint: ./lab hint " + lab.name()
                        + "; again on each save: ./lab watch " + lab.name())
                .orElse(done())));
        return lines;
    }

    /** The first task that is not done. */
    public Optional<SheetTask> next(LabRecord record) {
        return tasks.stream()
                .filter(task -> record.state(task.number()) != TaskState.DONE)
                .findFirst();
    }

    /** What to do when all public tests pass. */
    public String done() {
        return "All public tests pass. Hidden tests look further: go through the contract and labs/" + lab.id()
                + "/README.md once more, with its questions; then ./lab pack " + lab.name() + ".";
    }
}
