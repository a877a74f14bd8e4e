package portzero.grader.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Gradescope takes from a {@code results.json}. */
final class GradescopeImporter {
    private static final Set<String> TOP = Set.of(
            "score",
            "execution_time",
            "output",
            "output_format",
            "test_output_format",
            "test_name_format",
            "visibility",
            "stdout_visibility",
            "extra_data",
            "tests",
            "leaderboard");
    private static final Set<String> TEST = Set.of(
            "score",
            "max_score",
            "status",
            "name",
            "name_format",
            "number",
            "output",
            "output_format",
            "tags",
            "visibility",
            "extra_data");
    private static final Set<String> FORMATS = Set.of("text", "html", "simple_format", "md", "ansi");
    private static final Set<String> VISIBILITIES = Set.of("hidden", "after_due_date", "after_published", "visible");

    private GradescopeImporter() {}

    /** The score that the student sees; fails if the file is refused, or if text would be taken for markup. */
    static double score(byte[] json) {
        JsonNode root = JsonMapper.builder().build().readTree(json);
        assertThat(TOP).containsAll(names(root));
        for (String format : new String[] {"output_format", "test_output_format", "test_name_format"}) {
            assertThat(root.path(format).asString("text")).isIn(FORMATS).isEqualTo("text");
        }
        assertThat(root.path("visibility").asString("visible")).isIn(VISIBILITIES);
        assertThat(root.path("stdout_visibility").asString("hidden")).isIn(VISIBILITIES);
        double sum = 0;
        for (JsonNode test : root.path("tests")) {
            assertThat(TEST).containsAll(names(test));
            assertThat(test.get("score").isNumber()).isTrue();
            assertThat(test.get("max_score").isNumber()).isTrue();
            assertThat(test.get("status").asString()).isIn("passed", "failed");
            assertThat(test.get("visibility").asString())
                    .as("one hidden test hides the total")
                    .isEqualTo("visible");
            assertThat(test.get("name").isString() && test.get("output").isString())
                    .isTrue();
            assertThat(test.get("tags").isArray()).isTrue();
            sum += test.get("score").asDouble();
        }
        boolean scored = root.has("score");
        assertThat(scored || !root.path("tests").isEmpty())
                .as("a score, or scored tests")
                .isTrue();
        return scored ? root.get("score").asDouble() : sum;
    }

    static Set<String> names(JsonNode object) {
        return new TreeSet<>(object.propertyNames());
    }
}
