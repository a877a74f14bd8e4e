package portzero.grader.report.view;

/**
 * Style that stands in a page.
 *
 * @param css the rules; ours, no text of a submission in it
 * @param policy the Content-Security-Policy that allows these rules by their hash
 */
public record PageStyle(String css, String policy) {}
