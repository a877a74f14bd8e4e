package portzero.grader.report.view;

/**
 * One line of what was expected and what came.
 *
 * @param drawn whether its columns matter, as in bytes with a mark below them
 */
public record MessageLine(String text, boolean drawn) {}
