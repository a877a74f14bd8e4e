package portzero.grader.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import portzero.grader.result.Outcome;
import portzero.grader.result.Result;
import portzero.grader.result.TestResult;
import portzero.grader.result.Verdict;
import portzero.grader.wording.ReadingReferences;
import portzero.grader.wording.TestStory;
import portzero.grader.wording.Wording;

/**
 * {@code results.json} of a Gradescope autograder. The score stands at the top, so that it counts whatever becomes of the tests; every
 * text is plain text, and every test is shown, because Gradescope hides the total from students when one test is hidden.
 *
 * <p>Where the grader failed there is no file: Gradescope then says that the autograder failed, and gives no points.
 */
final class GradescopeResults implements ResultDocument {
    private final ReadingReferences readings;

    GradescopeResults(ReadingReferences readings) {
        this.readings = readings;
    }

    @Override
    public String fileName() {
        return "results.json";
    }

    @Override
    public Optional<byte[]> content(Result result) {
        if (result.verdict() == Verdict.GRADER_ERROR) {
            return Optional.empty();
        }
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("score", result.score());
        root.put("execution_time", result.seconds());
        root.put("output", ExportText.whole(result));
        root.put("output_format", "text");
        root.put("test_output_format", "text");
        root.put("test_name_format", "text");
        root.put("visibility", "visible");
        root.put("stdout_visibility", "hidden");
        root.put("tests", result.tests().stream().map(this::test).toList());
        return Optional.of(ExportJson.write(root));
    }

    private Map<String, Object> test(TestResult test) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", ExportText.name(test));
        entry.put("number", String.valueOf(test.task()));
        entry.put("score", test.points());
        entry.put("max_score", test.max());
        entry.put("status", test.outcome() == Outcome.PASSED ? "passed" : "failed");
        entry.put("output", test.flaky() ? "Flaky: " + Wording.FLAKY : TestStory.text(test, readings::text));
        entry.put("tags", List.of(Wording.of(test.outcome())));
        entry.put("visibility", "visible");
        return entry;
    }
}
