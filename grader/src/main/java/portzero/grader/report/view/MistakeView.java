package portzero.grader.report.view;

/**
 * A mistake that was named.
 *
 * @param sentence what it is, in the student's words
 * @param reading where the notes explain it
 */
public record MistakeView(String sentence, Link reading) {}
