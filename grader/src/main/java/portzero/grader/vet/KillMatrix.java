package portzero.grader.vet;

import java.util.List;
import java.util.Map;

/**
 * What vetting expected and what happened; the content of the file that {@code vet --json} writes.
 *
 * @param schema the version of this format, 1
 * @param labs one entry per lab
 */
public record KillMatrix(int schema, List<LabMatrix> labs) {

    public KillMatrix {
        labs = List.copyOf(labs);
    }

    /** Whether every lab is as it should be. */
    public boolean ok() {
        return labs.stream().allMatch(LabMatrix::ok);
    }

    /**
     * One lab's part.
     *
     * @param lab the lab's id
     * @param tests how many tests it has
     * @param hidden how many of them students do not have
     * @param points what they are worth together
     * @param skeleton the skeleton's score
     * @param reference the reference solution's score
     * @param alternatives the alternatives' scores
     * @param partials the scores of the programs that solve only the first tasks
     * @param mistakes the mistakes' outcomes
     * @param leftOut how many mistakes were not to be graded
     * @param clauses how many promises the table of clauses lists
     * @param ungraded how many of them no test holds, with the reason in the table
     * @param skipped programs that were not graded because they need a newer Java
     * @param unkilled tests that no mistake fails: not shown to test anything
     * @param flakes how many tests of right solutions failed, or passed only when run again alone
     * @param repeats how often each right solution was graded
     * @param doubts mistakes that failed other tests at first, and what they must when they were graded again
     * @param news in what way mistakes failed a test that the table for naming them does not have
     * @param problems what is not as it should be, in sentences
     * @param ok whether nothing is
     */
    public record LabMatrix(
            String lab,
            int tests,
            int hidden,
            int points,
            int skeleton,
            int reference,
            Map<String, Integer> alternatives,
            Map<String, Integer> partials,
            Map<String, Mistake> mistakes,
            int leftOut,
            int clauses,
            int ungraded,
            List<Skipped> skipped,
            List<String> unkilled,
            int flakes,
            int repeats,
            List<String> doubts,
            List<String> news,
            List<String> problems,
            boolean ok) {}

    /**
     * A program that was not graded.
     *
     * @param kind {@code alternative} or {@code mistake}
     * @param name its name
     * @param java the least Java that it needs
     */
    public record Skipped(String kind, String name, int java) {}

    /**
     * One mistake's outcome.
     *
     * @param score what it scored
     * @param expected the tests that it must fail
     * @param failed the tests that it failed
     * @param ok whether they are the same
     */
    public record Mistake(int score, List<String> expected, List<String> failed, boolean ok) {}
}
