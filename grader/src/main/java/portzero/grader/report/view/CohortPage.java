package portzero.grader.report.view;

import java.util.List;

/**
 * The page about the whole class.
 *
 * @param notices what the instructor must know first: unfinished, damaged, failed
 * @param facts what was run
 * @param groups the class by sections, tutors and the like; empty where the roster has none
 * @param groupHeadings what the groups are of, for the columns of the students' table
 */
public record CohortPage(
        String assets,
        String title,
        String summary,
        List<String> notices,
        List<Fact> facts,
        List<LabView> labs,
        List<GroupTable> groups,
        List<String> groupHeadings,
        List<Link> columns,
        boolean total,
        List<Row> rows) {

    /**
     * One lab.
     *
     * @param histogram how the scores are distributed, or an empty list where nothing was graded
     * @param hardest the tests that most submissions failed, hardest first
     * @param others the other tests that some submission failed
     * @param unfailed how many tests every graded submission passed
     * @param mistakes what the failures seem to come from
     */
    public record LabView(
            String anchor,
            String title,
            List<Fact> facts,
            HistogramView histogram,
            List<HardTest> hardest,
            List<HardTest> others,
            int unfailed,
            MistakesView mistakes) {}

    /**
     * What a lab's failures seem to come from.
     *
     * @param guess what that is worth
     * @param named the mistakes, the commonest first
     * @param unexplained the ways to fail that no known mistake explains, the commonest first
     * @param left how many submissions failed in ways that are not listed
     */
    public record MistakesView(String guess, List<MistakeRow> named, List<VectorRow> unexplained, int left) {

        /** Whether there is nothing to say. */
        public boolean isEmpty() {
            return named.isEmpty() && unexplained.isEmpty();
        }
    }

    /** A mistake, and who seems to have it: some of them linked, and how many are not listed. */
    public record MistakeRow(String sentence, String share, Link reading, List<Link> students, int more) {}

    /** A way to fail that no known mistake explains. */
    public record VectorRow(String tests, String share, Link example) {}

    /**
     * A test that some submissions did not pass.
     *
     * @param percent 0–100, of the graded submissions
     * @param share {@code 14 of 28}
     * @param students some of them, linked to what they saw
     * @param more how many students are not listed
     */
    public record HardTest(
            String name,
            String task,
            String points,
            boolean hidden,
            int percent,
            String share,
            Link reading,
            List<Link> students,
            int more) {}

    /**
     * The class by one column of the roster.
     *
     * @param labs the columns
     */
    public record GroupTable(String heading, List<String> labs, List<GroupRow> rows) {}

    /**
     * One group.
     *
     * @param without how many of its students have no result
     * @param medians of each lab; empty where nothing was graded
     */
    public record GroupRow(String name, int students, int without, List<String> medians) {}

    /** One student: the groups, a cell per lab, and the total, which is empty where it is not known. */
    public record Row(String key, String name, List<String> groups, List<Cell> cells, String total) {}

    /**
     * One student's result in one lab.
     *
     * @param sort what to sort by, a number
     * @param link the score or the verdict, leading to the student's page; an empty text if missing
     * @param percent 0–100
     */
    public record Cell(int sort, Link link, boolean graded, int percent, String max, String kind, String note) {}
}
