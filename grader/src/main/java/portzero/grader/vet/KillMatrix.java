package portzero.grader.vet;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
     * One lab's part; in the file the fields of its parts stand side by side.
     *
     * @param lab the lab's id
     * @param size how much there is to it
     * @param scores what its programs scored
     * @param omissions what was not graded
     * @param repeats how often each right solution was graded
     * @param findings what was found
     * @param ok whether nothing is as it should not be
     */
    public record LabMatrix(
            String lab,
            @JsonUnwrapped Size size,
            @JsonUnwrapped Scores scores,
            @JsonUnwrapped Omissions omissions,
            int repeats,
            @JsonUnwrapped Findings findings,
            boolean ok) {}

    /**
     * How much there is to a lab.
     *
     * @param tests how many tests it has
     * @param hidden how many of them students do not have
     * @param points what they are worth together
     * @param clauses how many promises the table of clauses lists
     * @param ungraded how many of them no test holds, with the reason in the table
     */
    public record Size(int tests, int hidden, int points, int clauses, int ungraded) {}

    /**
     * What a lab's programs scored.
     *
     * @param skeleton the skeleton's score
     * @param reference the reference solution's score
     * @param alternatives the alternatives' scores
     * @param partials the scores of the programs that solve only the first tasks
     * @param mistakes the mistakes' outcomes
     */
    public record Scores(
            int skeleton,
            int reference,
            Map<String, Integer> alternatives,
            Map<String, Integer> partials,
            Map<String, Mistake> mistakes) {}

    /**
     * What was not graded.
     *
     * @param leftOut how many mistakes were not to be graded
     * @param skipped programs that were not graded because they need a newer Java
     */
    public record Omissions(int leftOut, List<Skipped> skipped) {}

    /**
     * What was found.
     *
     * @param unkilled tests that no mistake fails: not shown to test anything
     * @param flakes how many tests of right solutions failed, or passed only when run again alone
     * @param doubts mistakes that failed other tests at first, and what they must when they were graded again
     * @param news in what way mistakes failed a test that the table for naming them does not have
     * @param problems what is not as it should be, in sentences
     */
    public record Findings(
            List<String> unkilled, int flakes, List<String> doubts, List<String> news, List<String> problems) {}

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
