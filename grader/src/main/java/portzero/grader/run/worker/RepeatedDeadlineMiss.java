package portzero.grader.run.worker;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestResult;

/**
 * Where a submission's threads stood in tests that were late because it computes, and late again when they ran alone.
 *
 * <p>A loop that asks again and again instead of waiting makes every test late that it takes part in. That it is the loop and
 * not the machine need be shown once: another test in which the same lines took the time, and no thread waited for a processor,
 * has the same reason. A test that the machine may have delayed is never among them.
 */
final class RepeatedDeadlineMiss {

    /** The end of a thread's line in a result: {@code EchoServer.java:41 (serve)}. */
    private static final Pattern PLACE = Pattern.compile("[\\w$]+\\.java:\\d+ \\([^)]*\\)$");

    private final Set<Set<String>> places = new HashSet<>();

    /** Whether a test was late for a reason that has been shown already. */
    boolean covers(TestAttempt first) {
        return first.doubt() == TestAttempt.Doubt.SLOW && places.contains(places(first.result()));
    }

    /** Remembers a test that was late, and what became of it alone. */
    void add(TestAttempt first, TestAttempt alone) {
        if (first.doubt() == TestAttempt.Doubt.SLOW && alone.result().outcome() == Outcome.TIMEOUT) {
            Set<String> where = places(first.result());
            if (!where.isEmpty()) {
                places.add(where);
            }
        }
    }

    private static Set<String> places(TestResult result) {
        List<String> threads = result.threads();
        return threads.stream()
                .map(PLACE::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .collect(Collectors.toSet());
    }
}
