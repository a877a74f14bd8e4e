package portzero.grader.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Classroom 50's runner and collector take from a {@code result.json}. */
final class Classroom50Importer {
    private static final Set<String> REQUIRED = Set.of(
            "schema",
            "classroom",
            "assignment",
            "assignment_type",
            "owner",
            "submission",
            "commit",
            "release",
            "review",
            "datetime",
            "score",
            "max-score",
            "tests");
    private static final List<String> TEXTS =
            List.of("classroom", "assignment", "owner", "submission", "commit", "release", "review", "datetime");
    private static final int MAX_BYTES = 10 << 20;

    private Classroom50Importer() {}

    /** The score; fails if the file is refused. */
    static int score(byte[] json, String classroom, String assignment) {
        assertThat(json).hasSizeLessThan(MAX_BYTES);
        JsonNode root = JsonMapper.builder().build().readTree(json);
        assertThat(GradescopeImporter.names(root)).containsExactlyInAnyOrderElementsOf(REQUIRED);
        assertThat(root.get("schema").asString()).isEqualTo("classroom50/result/v1");
        TEXTS.forEach(text -> assertThat(root.get(text).asString()).as(text).isNotBlank());
        assertThat(root.get("classroom").asString()).isEqualTo(classroom);
        assertThat(root.get("assignment").asString()).isEqualTo(assignment);
        assertThat(root.get("assignment_type").asString()).isIn("individual", "group");
        assertThat(root.get("submission").asString()).startsWith("submit/");
        assertThat(root.get("datetime").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertPoints(root);
        assertThat(root.get("tests").size()).isLessThanOrEqualTo(100);
        Set<String> names = new HashSet<>();
        for (JsonNode test : root.get("tests")) {
            assertThat(GradescopeImporter.names(test)).contains("test-name", "passed", "score", "max-score");
            assertThat(names.add(test.get("test-name").asString()))
                    .as("a name of its own")
                    .isTrue();
            assertThat(test.get("passed").isBoolean()).isTrue();
            assertPoints(test);
        }
        return root.get("score").asInt();
    }

    private static void assertPoints(JsonNode scored) {
        assertThat(scored.get("score").isIntegralNumber()
                        && scored.get("max-score").isIntegralNumber())
                .isTrue();
        assertThat(scored.get("score").asInt())
                .isBetween(0, scored.get("max-score").asInt());
    }
}
