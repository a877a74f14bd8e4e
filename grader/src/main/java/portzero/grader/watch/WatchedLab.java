package portzero.grader.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portzero.grader.course.Lab;
import portzero.grader.mistake.MistakeMatcher;
import portzero.grader.progress.LabRecord;
import portzero.grader.progress.ProgressStore;
import portzero.grader.progress.SheetTask;
import portzero.grader.progress.TaskState;
import portzero.grader.result.TestResult;
import portzero.grader.run.worker.PublicTests;

/** The lab that the loop is at: its tests, what they found, and the task that the student is at. For one thread. */
final class WatchedLab {

    private final PublicTests tests;
    private final TestSelection selection;
    private final List<SheetTask> tasks;
    private final ProgressStore store;
    private final MistakeMatcher mistakes;
    private LabRecord record;
    private int chosen;

    WatchedLab(PublicTests tests, ProgressStore store) {
        this.tests = tests;
        this.store = store;
        selection = new TestSelection(tests.all());
        tasks = SheetTask.of(lab());
        mistakes = MistakeMatcher.of(lab());
        record = store.read(lab());
    }

    Lab lab() {
        return tests.suite().lab();
    }

    PublicTests tests() {
        return tests;
    }

    TestSelection selection() {
        return selection;
    }

    LabRecord record() {
        return record;
    }

    /** Takes note of what the tests found. */
    void remember() {
        record = record.with(selection.results()).withMistakes(mistakes.name(selection.results()));
        store.write(lab(), record);
        if (record.state(chosen) == TaskState.DONE) {
            chosen = 0;
        }
    }

    /** Takes note of hints that were given. */
    void remember(LabRecord withHints) {
        record = withHints;
        store.write(lab(), record);
    }

    /** The task that the student is at: the one chosen, or else the first that is not done. */
    Optional<SheetTask> task() {
        LabRecord now = record.with(selection.results());
        return tasks.stream()
                .filter(task -> chosen == 0 ? now.state(task.number()) != TaskState.DONE : task.number() == chosen)
                .findFirst();
    }

    int taskCount() {
        return tasks.size();
    }

    /** Goes on to the next task that is not done, and after the last one to the first. */
    void next() {
        int from = task().map(SheetTask::number).orElse(0);
        List<Integer> open = new ArrayList<>();
        tasks.stream()
                .map(SheetTask::number)
                .filter(task -> record.state(task) != TaskState.DONE)
                .forEach(open::add);
        chosen = open.stream().filter(task -> task > from).findFirst().orElse(open.isEmpty() ? 0 : open.get(0));
    }

    /** What is to be mended first: a test of the task that the student is at, or else the first that did not pass. */
    Optional<TestResult> first() {
        int at = task().map(SheetTask::number).orElse(0);
        return selection.open().stream()
                .filter(result -> result.task() == at)
                .findFirst()
                .or(() -> selection.open().stream().findFirst());
    }
}
