package portzero.grader.cli;

import java.io.PrintWriter;
import java.util.List;
import portzero.grader.sandbox.Kind;
import portzero.grader.sandbox.Promise;
import portzero.grader.sandbox.Trial;

/** The table of what a sandbox promises, and what came of the attempts to break it. */
final class Promises {

    private Promises() {}

    /** What the sandbox promises and does not keep, each as the rest of a sentence about a submission. */
    static List<String> broken(Kind kind, List<Trial.Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.promise().isMadeBy(kind) && !finding.held())
                .map(finding -> "not so: " + finding.promise().text())
                .toList();
    }

    static void print(Kind kind, List<Trial.Finding> findings, PrintWriter out) {
        for (Trial.Finding finding : findings) {
            Promise promise = finding.promise();
            out.printf(
                    "      %-13s %-47s %s%n",
                    verdict(promise.isMadeBy(kind), finding.held()), promise.text(), finding.detail());
        }
    }

    private static String verdict(boolean promised, boolean held) {
        if (!promised) {
            return "not promised";
        }
        return held ? "ok" : "FAILED";
    }
}
