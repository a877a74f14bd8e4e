package portzero.grader.export;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import portzero.grader.result.Outcome;
import portzero.grader.result.Result;
import portzero.grader.result.TestResult;
import portzero.grader.result.Verdict;
import portzero.grader.wording.ReadingReferences;
import portzero.grader.wording.TestStory;

/**
 * {@code result.json} of Classroom 50, {@code classroom50/result/v1}. What its runner tells in the environment is taken from there; the
 * runner itself sets owner and type anew. Where the grader failed there is no file, as for any failure that is no student's.
 */
final class Classroom50Result implements ResultDocument {
    /** More are refused; then there is an entry for each task. */
    static final int MAX_TESTS = 100;

    private static final int MAX_OUTPUT = 20_000;
    private static final String GROUP = "group";

    private final Map<String, String> environment;
    private final Instant graded;
    private final ReadingReferences readings;

    /**
     * The form.
     *
     * @param environment as the runner sets it
     * @param graded when grading began
     * @throws ExportException if it is not known which classroom this is
     */
    Classroom50Result(Map<String, String> environment, Instant graded, ReadingReferences readings)
            throws ExportException {
        this.environment = Map.copyOf(environment);
        this.graded = graded.truncatedTo(ChronoUnit.SECONDS);
        this.readings = readings;
        if (given("CLASSROOM").isEmpty()) {
            throw new ExportException(
                    "Classroom 50 wants the short name of the classroom in each file: set the variable CLASSROOM,"
                            + " as its runner does (CLASSROOM=cs-101 ./lab export …).");
        }
    }

    @Override
    public String fileName() {
        return "result.json";
    }

    private Optional<String> given(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }

    @Override
    public Optional<byte[]> content(Result result) {
        if (result.verdict() == Verdict.GRADER_ERROR) {
            return Optional.empty();
        }
        String time = graded.toString();
        String tag = given("SUBMISSION_TAG")
                .orElse("submit/" + time.replace(':', '-') + "-"
                        + result.submission().replaceFirst("^sha256:", "").substring(0, 7));
        String commit = given("COMMIT_URL").orElse(tag);
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schema", "classroom50/result/v1");
        root.put("classroom", given("CLASSROOM").orElseThrow());
        root.put("assignment", given("ASSIGNMENT").orElse(result.lab()));
        root.put(
                "assignment_type",
                given("ASSIGNMENT_TYPE").filter(GROUP::equals).orElse("individual"));
        root.put("owner", given("USERNAME").or(() -> given("OWNER")).orElse(result.student()));
        root.put("submission", tag);
        root.put("commit", commit);
        root.put("release", given("RELEASE_URL").orElse(tag));
        root.put("review", given("REVIEW_URL").orElse(commit));
        root.put("datetime", time);
        root.put("score", result.score());
        root.put("max-score", result.max());
        root.put("tests", tests(result));
        return Optional.of(ExportJson.write(root));
    }

    private List<Map<String, Object>> tests(Result result) {
        if (result.verdict() != Verdict.GRADED) {
            return List.of(entry("submission", false, 0, result.max(), ExportText.whole(result)));
        }
        return result.tests().size() > MAX_TESTS ? tasks(result) : single(result);
    }

    private List<Map<String, Object>> single(Result result) {
        Set<String> names = new HashSet<>();
        List<Map<String, Object>> entries = new ArrayList<>();
        for (TestResult test : result.tests()) {
            String name = "Task " + test.task() + ": " + ExportText.name(test);
            entries.add(entry(
                    names.add(name) ? name : name + " (" + test.id() + ")",
                    test.outcome() == Outcome.PASSED,
                    test.points(),
                    test.max(),
                    TestStory.text(test, readings::text)));
        }
        return entries;
    }

    private static List<Map<String, Object>> tasks(Result result) {
        Map<Integer, List<TestResult>> tasks = result.tests().stream()
                .collect(Collectors.groupingBy(TestResult::task, TreeMap::new, Collectors.toList()));
        return tasks.entrySet().stream()
                .map(task -> entry(
                        "Task " + task.getKey(),
                        task.getValue().stream().allMatch(test -> test.outcome() == Outcome.PASSED),
                        task.getValue().stream().mapToInt(TestResult::points).sum(),
                        task.getValue().stream().mapToInt(TestResult::max).sum(),
                        ""))
                .toList();
    }

    private static Map<String, Object> entry(String name, boolean passed, int score, int max, String output) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("test-name", name);
        entry.put("passed", passed);
        entry.put("score", score);
        entry.put("max-score", max);
        if (!output.isEmpty()) {
            entry.put("output", ShortText.of(output, MAX_OUTPUT));
        }
        return entry;
    }
}
