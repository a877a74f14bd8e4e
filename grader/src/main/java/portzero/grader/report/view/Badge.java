package portzero.grader.report.view;

/**
 * A short label in a box.
 *
 * @param text one or two words
 * @param kind a class of the style sheet: {@code good}, {@code bad}, {@code warn} or {@code plain}
 */
public record Badge(String text, String kind) {}
