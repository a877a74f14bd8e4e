package portzero.grader.export;

import portzero.grader.result.SubmissionInfo;
import portzero.grader.text.SafeText;

/** Text in a cell that no spreadsheet takes for a formula. */
final class CsvCell {
    /** What begins a formula in one spreadsheet or another, the full-width forms included. */
    private static final String BEGINS_FORMULA = "=+-@\t\r\n＝＋－＠";

    private CsvCell() {}

    /** The text, readable, on one line, and with an apostrophe before it if it could be a formula. */
    static String of(String text) {
        String visible = SafeText.line(text, SubmissionInfo.MAX_NAME);
        String start = visible.stripLeading();
        return !start.isEmpty() && BEGINS_FORMULA.indexOf(start.charAt(0)) >= 0 ? "'" + visible : visible;
    }
}
