package portzero.grader.report;

/** Ids within a page. */
final class PageAnchor {
    private PageAnchor() {}

    /** The id of a test's place on a student's page. */
    static String of(String testId) {
        return "t-" + testId.replaceAll("[^A-Za-z0-9_]+", "-");
    }
}
