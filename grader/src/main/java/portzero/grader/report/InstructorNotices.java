package portzero.grader.report;

import java.util.ArrayList;
import java.util.List;
import portzero.grader.result.RunInfo;
import portzero.grader.result.Verdict;
import portzero.grader.wording.ListLimits;

/** What an instructor must know before trusting the numbers below. */
final class InstructorNotices {
    private static final int MOST_DAMAGED = 10;

    private InstructorNotices() {}

    static List<String> of(CohortTally tally) {
        var notices = new ArrayList<String>();
        tally.run.ifPresent(run -> run(notices, run));
        int errors = tally.count(Verdict.GRADER_ERROR);
        if (errors > 0) {
            notices.add("The grader failed on " + submissions(errors)
                    + "; that is no score. Grade again with --resume, which does only what is missing.");
        }
        for (LabTally lab : tally.labs()) {
            if (lab.otherSuite > 0) {
                notices.add(lab.suite.lab() + ": " + submissions(lab.otherSuite)
                        + " met another version of the tests than this run has. Grade them again to compare fairly.");
            }
        }
        notices.addAll(ListLimits.ends(tally.damaged, MOST_DAMAGED, left -> "… " + left + " more damaged files"));
        return notices;
    }

    private static void run(List<String> notices, RunInfo run) {
        if (!run.finished()) {
            notices.add("This run did not come to its end; results may be missing. Grade again with --resume.");
        }
        if (run.sandbox().equals("none")) {
            notices.add("Graded without a sandbox: submissions could reach this machine's files and network.");
        }
    }

    private static String submissions(int count) {
        return count == 1 ? "1 submission" : count + " submissions";
    }
}
