package portzero.grader.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import portzero.grader.result.Result;
import portzero.grader.result.TestResult;
import portzero.grader.result.Verdict;
import portzero.grader.wording.ReadingReferences;
import portzero.grader.wording.TestStory;
import portzero.grader.wording.Wording;

/**
 * {@code results.json} of an external grader for PrairieLearn. Where the grader failed, the submission is not gradable: PrairieLearn
 * then does not count it.
 */
final class PrairieLearnResults implements ResultDocument {
    /** PrairieLearn refuses a larger file. */
    static final int MAX_BYTES = 1 << 20;

    private static final int MAX_OUTPUT = 20_000;

    private final ReadingReferences readings;

    PrairieLearnResults(ReadingReferences readings) {
        this.readings = readings;
    }

    @Override
    public String fileName() {
        return "results.json";
    }

    @Override
    public Optional<byte[]> content(Result result) {
        byte[] content = content(result, MAX_OUTPUT);
        for (int room = MAX_OUTPUT / 2; content.length > MAX_BYTES && room > 0; room /= 2) {
            content = content(result, room);
        }
        return Optional.of(content);
    }

    /** The file, with so many characters for each text at most. */
    private byte[] content(Result result, int room) {
        Map<String, Object> root = new LinkedHashMap<>();
        boolean gradable = result.verdict() != Verdict.GRADER_ERROR;
        root.put("gradable", gradable);
        if (gradable) {
            root.put("score", result.max() == 0 ? 0.0 : (double) result.score() / result.max());
            root.put("message", ExportText.summary(result));
            root.put("output", ShortText.of(ExportText.whole(result), room));
            root.put(
                    "tests",
                    result.tests().stream().map(test -> test(test, room)).toList());
        } else {
            root.put("format_errors", ExportText.reason(result) + " " + Wording.remedy(result.verdict()));
        }
        return ExportJson.write(root);
    }

    private Map<String, Object> test(TestResult test, int room) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", ExportText.name(test));
        entry.put("description", "Task " + test.task() + ": " + Wording.of(test.outcome()));
        entry.put("points", test.points());
        entry.put("max_points", test.max());
        entry.put("message", test.flaky() ? "Flaky: " + Wording.FLAKY : String.join("\n", Wording.unchecked(test)));
        entry.put("output", ShortText.of(TestStory.text(test, readings::text), room));
        return entry;
    }
}
