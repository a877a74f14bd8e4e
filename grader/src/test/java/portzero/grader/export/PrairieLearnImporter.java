package portzero.grader.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What PrairieLearn takes from the {@code results.json} of an external grader. */
final class PrairieLearnImporter {
    private static final Set<String> TOP =
            Set.of("gradable", "format_errors", "score", "message", "output", "images", "tests");
    private static final Set<String> TEST = Set.of("name", "description", "points", "max_points", "message", "output");

    private PrairieLearnImporter() {}

    /** The share of the points, empty where the submission is not counted; fails if the file is refused. */
    static OptionalDouble score(byte[] json) {
        assertThat(json).hasSizeLessThanOrEqualTo(1 << 20);
        JsonNode root = JsonMapper.builder().build().readTree(json);
        assertThat(TOP).containsAll(GradescopeImporter.names(root));
        if (!root.path("gradable").asBoolean(true)) {
            assertThat(root.get("format_errors").isString()
                            || root.get("format_errors").isArray())
                    .isTrue();
            return OptionalDouble.empty();
        }
        assertThat(root.get("score").isNumber()).isTrue();
        assertThat(root.get("score").asDouble()).isBetween(0.0, 1.0);
        for (JsonNode test : root.path("tests")) {
            assertThat(TEST).containsAll(GradescopeImporter.names(test));
            assertThat(test.get("name").isString()).isTrue();
            assertThat(test.get("points").isNumber() && test.get("max_points").isNumber())
                    .as("without points in one test none are shown")
                    .isTrue();
        }
        return OptionalDouble.of(root.get("score").asDouble());
    }
}
