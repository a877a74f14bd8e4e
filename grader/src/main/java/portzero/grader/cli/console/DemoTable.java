package portzero.grader.cli.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import portzero.grader.result.Outcome;
import portzero.grader.result.Result;
import portzero.grader.result.Verdict;
import portzero.grader.store.DamagedResultException;
import portzero.grader.store.ResultStore;

/** Prints a class's results as a table. */
public final class DemoTable {

    private DemoTable() {}

    public static void print(ResultStore store, PrintWriter out) throws IOException {
        for (ResultStore.Key key : store.list()) {
            try {
                print(store.read(key), out);
            } catch (DamagedResultException damaged) {
                out.println(damaged.getMessage());
            }
        }
    }

    private static void print(Result result, PrintWriter out) {
        String score = result.verdict() == Verdict.GRADED
                ? result.score() + " / " + result.max()
                : result.verdict().name();
        out.printf("  %-44s %14s  %s%n", result.student(), score, remark(result));
    }

    private static String remark(Result result) {
        if (result.verdict() != Verdict.GRADED) {
            return "";
        }
        return result.tests().stream()
                .filter(test -> test.outcome() != Outcome.PASSED)
                .collect(Collectors.groupingBy(
                        test -> test.outcome().name().toLowerCase(Locale.ROOT), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
