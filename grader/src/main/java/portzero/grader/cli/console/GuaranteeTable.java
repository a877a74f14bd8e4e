package portzero.grader.cli.console;

import java.io.PrintWriter;
import java.util.List;
import portzero.grader.sandbox.Guarantee;
import portzero.grader.sandbox.SandboxKind;
import portzero.grader.sandbox.SandboxSelfCheck;

/** The table of what a sandbox promises, and what came of the attempts to break it. */
public final class GuaranteeTable {

    private GuaranteeTable() {}

    /** What the sandbox promises and does not keep, each as the rest of a sentence about a submission. */
    public static List<String> broken(SandboxKind kind, List<SandboxSelfCheck.Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.promise().isMadeBy(kind) && !finding.held())
                .map(finding -> "not so: " + finding.promise().text())
                .toList();
    }

    public static void print(SandboxKind kind, List<SandboxSelfCheck.Finding> findings, PrintWriter out) {
        for (SandboxSelfCheck.Finding finding : findings) {
            Guarantee promise = finding.promise();
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
