package portzero.grader.report.view;

import java.util.List;

/**
 * One task on a student's page, with its tests.
 *
 * @param title {@code Task 3: Survive any client}, or {@code Task 3}
 * @param percent 0–100, of the task's points
 */
public record TaskView(
        int number, String title, int points, int max, int percent, List<TestView> failed, List<TestView> passed) {
    /** Whether every test of the task passed. */
    public boolean complete() {
        return failed.isEmpty();
    }
}
