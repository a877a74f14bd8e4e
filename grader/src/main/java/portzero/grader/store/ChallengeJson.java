package portzero.grader.store;

import java.nio.charset.StandardCharsets;
import portzero.grader.result.ChallengeOutcome;

/** What was found in a program in any language as JSON, by {@code challenge.schema.json}. */
public final class ChallengeJson {

    private ChallengeJson() {}

    public static String text(ChallengeOutcome outcome) {
        return new String(ResultJson.write(outcome), StandardCharsets.UTF_8);
    }
}
