package portzero.grader.result;

import java.util.Objects;

/**
 * What is known of a test without running it, and the hint that a failure chose.
 *
 * @param id class and method, {@code EchoServerTest.echoes_a_large_message}
 * @param name the method's name as a sentence
 * @param task the number of the task on the exercise sheet
 * @param visibility whether students hold the test's source
 * @param max points that the test is worth
 * @param hint one hint a line, the most specific first: what the failure shows by itself, then the test's own
 * @param reading chapter and section of the notes, {@code tcp#partial-reads}
 */
public record TestInfo(
        String id, String name, int task, TestVisibility visibility, int max, String hint, String reading) {

    public TestInfo {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(visibility, "visibility");
        Objects.requireNonNull(hint, "hint");
        Objects.requireNonNull(reading, "reading");
    }

    /** The same test with the hint that a failure chose. */
    public TestInfo withHint(String chosen) {
        return new TestInfo(id, name, task, visibility, max, chosen, reading);
    }
}
