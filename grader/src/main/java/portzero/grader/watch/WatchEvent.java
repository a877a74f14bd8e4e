package portzero.grader.watch;

import java.util.List;
import portzero.grader.course.Lab;
import portzero.grader.result.TestResult;
import portzero.grader.run.worker.CompiledSubmission;

/** Something that the loop has to answer. */
sealed interface WatchEvent {

    /**
     * Files of a lab were saved.
     *
     * @param at when that was seen, as {@link System#nanoTime} counts
     */
    record Saved(Lab lab, List<String> files, long at) implements WatchEvent {}

    /** A key was pressed. */
    record Pressed(char key) implements WatchEvent {}

    /** An event of one run; a run that was cancelled may still send some. */
    sealed interface OfRun extends WatchEvent {
        int run();
    }

    /**
     * The work was compiled.
     *
     * @param tests how many tests this run has
     */
    record Compiled(int run, CompiledSubmission work, int tests) implements OfRun {}

    /** A test has ended. */
    record Tested(int run, TestResult result) implements OfRun {}

    /** A run has ended: all its tests have, or there was nothing to run. */
    record Ended(int run) implements OfRun {}

    /** A run was ended by something that nobody foresaw. */
    record Broken(int run, RuntimeException cause) implements OfRun {}
}
