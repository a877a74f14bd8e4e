package portzero.grader.result;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a submission.
 *
 * @param verdict in a word
 * @param reason one sentence when not graded, otherwise null
 * @param score points earned
 * @param max points that could be earned
 */
public record Grade(Verdict verdict, @Nullable String reason, int score, int max) {

    public Grade {
        Objects.requireNonNull(verdict, "verdict");
        PointRange.check(score, max);
    }

    /** It was not graded, and earns nothing. */
    public static Grade none(Verdict verdict, String reason, int max) {
        return new Grade(verdict, reason, 0, max);
    }
}
