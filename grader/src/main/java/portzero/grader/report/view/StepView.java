package portzero.grader.report.view;

/**
 * One step of a test.
 *
 * @param number from 1; 0 for a line that stands for steps left out
 * @param action what was done
 * @param result what came of it; may be empty
 */
public record StepView(int number, String action, String result) {
    /** Whether this stands for steps left out. */
    public boolean gap() {
        return number == 0;
    }
}
