package portzero.grader.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestResult;
import portzero.grader.text.SafeText;
import portzero.grader.wording.ListLimits;

/**
 * What several failures of one submission have in common, so that a student mends a cause and not a list.
 *
 * <p>Advice: it says nothing where that is not plain, and changes no score.
 */
public final class CommonCauses {

    /** An exception and the line where it was thrown, as the test kit tells it. */
    private static final Pattern THROWN = Pattern.compile(
            "(?:An exception ended the thread “.*?”: |but {7}it threw )([\\w.$]+).*\\R {2}at (\\S+:\\d+)");

    private static final int MOST_NAMES = 8;

    private final List<TestResult> tests;

    /** Of one submission; its tests in their order. */
    public CommonCauses(List<TestResult> tests) {
        this.tests = List.copyOf(tests);
    }

    /**
     * Failures with one cause.
     *
     * @param what the cause, {@code NullPointerException at EchoServer.java:41}
     * @param tests two at least, in their order
     */
    record Group(String what, List<TestResult> tests) {
        /** The one to mend first. */
        TestResult first() {
            return tests.get(0);
        }
    }

    /** The groups, the largest first. */
    List<Group> groups() {
        Map<String, List<TestResult>> byCause = new LinkedHashMap<>(tests.stream()
                .filter(CommonCauses::isFailed)
                .filter(test -> cause(test).isPresent())
                .collect(Collectors.groupingBy(test -> cause(test).orElseThrow(), TreeMap::new, Collectors.toList())));
        return byCause.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .sorted((one, other) ->
                        Integer.compare(other.tests().size(), one.tests().size()))
                .toList();
    }

    /**
     * The basic test of the same class that is to pass first: the class's first test failed, and with it half of the class or
     * more. Empty for that test itself.
     */
    Optional<TestResult> basicOf(TestResult test) {
        List<TestResult> same =
                tests.stream().filter(other -> type(other).equals(type(test))).toList();
        long failed = same.stream().filter(CommonCauses::isFailed).count();
        return same.stream()
                .findFirst()
                .filter(basic -> isFailed(basic) && !basic.id().equals(test.id()))
                .filter(basic -> failed > 2 && 2 * failed >= same.size());
    }

    /** What to mend first, in lines; a list below its heading is indented. Empty where there is nothing to choose. */
    public List<String> advice() {
        List<String> lines = new ArrayList<>();
        tests.stream()
                .filter(CommonCauses::isFailed)
                .flatMap(test -> basicOf(test).stream())
                .collect(Collectors.groupingBy(TestResult::id, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(those -> lines.add(makePass(those.get(0), those.size())));
        for (Group group : groups()) {
            lines.add("One cause seems to fail these, " + group.what() + "; begin with the first:");
            ListLimits.ends(
                            group.tests().stream()
                                    .map(test -> "  " + name(test))
                                    .toList(),
                            MOST_NAMES,
                            left -> "  … " + left + " more")
                    .forEach(lines::add);
        }
        return lines;
    }

    private static String makePass(TestResult basic, int others) {
        return "First make “" + SafeText.line(basic.name(), ListLimits.LINE) + "” pass: " + others + " more tests of "
                + SafeText.line(type(basic), ListLimits.LINE) + " fail with it.";
    }

    private static String name(TestResult test) {
        return "task " + test.task() + "  " + SafeText.line(test.name(), ListLimits.LINE);
    }

    private static Optional<String> cause(TestResult test) {
        Matcher matcher = THROWN.matcher(String.valueOf(test.message()));
        return matcher.find()
                ? Optional.of(SafeText.line(matcher.group(1) + " at " + matcher.group(2), ListLimits.LINE))
                : Optional.empty();
    }

    private static boolean isFailed(TestResult test) {
        return test.outcome() != Outcome.PASSED && test.outcome() != Outcome.SKIPPED;
    }

    private static String type(TestResult test) {
        int dot = test.id().lastIndexOf('.');
        return dot < 0 ? "" : test.id().substring(0, dot);
    }
}
