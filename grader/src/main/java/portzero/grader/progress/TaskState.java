package portzero.grader.progress;

/** How far a student is with a task, as far as the public tests tell. */
public enum TaskState {
    /** All its tests passed. */
    DONE('✓'),
    /** Some test of it found a mistake. */
    FAULTY('✗'),
    /** Something is not written yet, or no test has run. */
    OPEN('○');

    private final char mark;

    TaskState(char mark) {
        this.mark = mark;
    }

    /** What stands for it in a row of tasks. */
    public char mark() {
        return mark;
    }
}
