package portzero.grader.report.view;

import java.util.List;

/**
 * The page that one student gets for one lab.
 *
 * @param style stands in the page, which needs no other file
 * @param points what a submission that was not graded counts as; empty where that is no score
 * @param reason why there is no score; empty when graded
 * @param remedy what to do about that; empty when graded
 * @param diagnostics compiler messages, ignored files
 * @param advice what to mend first, in lines; may be empty
 * @param mistakes what the failures seem to come from; may be empty
 * @param guess what that is worth
 * @param gradedLine when, with which Java and by which tests, in a line
 * @param facts seed, digests and the like, for whoever wants to run it again
 */
public record StudentPage(
        PageStyle style,
        String lab,
        String title,
        String name,
        Badge verdict,
        boolean graded,
        int score,
        int max,
        int percent,
        String points,
        String summary,
        String reason,
        String remedy,
        List<String> diagnostics,
        List<TaskView> tasks,
        List<Link> todo,
        List<String> advice,
        List<MistakeView> mistakes,
        String guess,
        boolean flaky,
        String gradedLine,
        List<Fact> facts) {}
