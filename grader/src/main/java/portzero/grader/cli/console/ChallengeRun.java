package portzero.grader.cli.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import portzero.grader.report.terminal.FailureText;
import portzero.grader.report.terminal.Terminal;
import portzero.grader.result.ChallengeOutcome;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestResult;
import portzero.grader.run.worker.ExternalTests;
import portzero.grader.store.ChallengeJson;
import portzero.grader.suite.Suite;
import portzero.grader.suite.TestCase;
import portzero.grader.text.SafeText;

/** One run of a lab's tests on a program in any language, told in a terminal. */
public final class ChallengeRun {

    private static final int LONGEST = 300;

    private final FailureText text;
    private final PrintWriter out;
    private final List<TestResult> results = new ArrayList<>();

    public ChallengeRun(FailureText text, PrintWriter out) {
        this.text = text;
        this.out = out;
    }

    /**
     * Runs the tests and tells of each; those that are not to be carried out from outside at the end, by their reasons.
     *
     * @return whether every test that could be carried out has passed, and there was one
     */
    public boolean run(ExternalTests tests, List<TestCase> chosen, String seed) {
        tests.run(chosen, seed, result -> {
            results.add(result);
            if (ChallengeOutcome.isApplicable(result)) {
                out.print(text.test(result));
                out.flush();
            }
        });
        tellOthers();
        List<TestResult> applicable =
                results.stream().filter(ChallengeOutcome::isApplicable).toList();
        long passed = passed(applicable);
        out.println();
        text.advice(applicable).forEach(out::println);
        say(passed + " of " + applicable.size() + " applicable tests passed: " + sum(applicable, true) + " of "
                + sum(applicable, false) + " points.");
        if (passed < applicable.size()) {
            say("The same random bytes again: add --seed " + seed + " before the command.");
        }
        return passed == applicable.size() && passed > 0;
    }

    /**
     * Runs the tests and prints what they found for programs.
     *
     * @return whether every test that could be carried out has passed, and there was one
     */
    public boolean json(ExternalTests tests, Suite suite, List<TestCase> chosen, String seed) {
        tests.run(chosen, seed, results::add);
        out.print(ChallengeJson.text(ChallengeOutcome.of(suite.lab().id(), suite.digest(), seed, results)));
        out.flush();
        List<TestResult> applicable =
                results.stream().filter(ChallengeOutcome::isApplicable).toList();
        return !applicable.isEmpty() && passed(applicable) == applicable.size();
    }

    private static long passed(List<TestResult> some) {
        return some.stream()
                .filter(result -> result.outcome() == Outcome.PASSED)
                .count();
    }

    private static int sum(List<TestResult> results, boolean reached) {
        return results.stream()
                .mapToInt(reached ? TestResult::points : TestResult::max)
                .sum();
    }

    private void tellOthers() {
        Map<String, List<TestResult>> reasons = results.stream()
                .filter(result -> !ChallengeOutcome.isApplicable(result))
                .collect(Collectors.groupingBy(
                        result -> Objects.requireNonNullElse(result.message(), "not run"),
                        LinkedHashMap::new,
                        Collectors.toList()));
        if (reasons.isEmpty()) {
            return;
        }
        List<TestResult> all = reasons.values().stream().flatMap(List::stream).toList();
        out.println();
        say(bold("Not applicable from outside: " + count(all) + " points."));
        reasons.forEach((reason, some) -> {
            say("  " + SafeText.line(reason, LONGEST) + ": " + count(some));
            some.forEach(result -> say("    - task " + result.task() + "  " + result.name()));
        });
    }

    private static String count(List<TestResult> some) {
        return (some.size() == 1 ? "1 test, " : some.size() + " tests, ") + sum(some, false);
    }

    private String bold(String sentence) {
        return terminal().bold(sentence);
    }

    private Terminal terminal() {
        return text.terminal();
    }

    private void say(String sentence) {
        terminal().wrap(sentence).forEach(out::println);
    }
}
