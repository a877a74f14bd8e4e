package portzero.grader.export.gradebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import portzero.grader.result.Result;
import portzero.grader.result.Verdict;
import portzero.grader.roster.Roster;

/**
 * Whoever a result belongs to, and all that is known to find them by.
 *
 * @param key of the result
 * @param name as the roster has it, otherwise as the submission has it
 * @param ownNames what the submission was called: a name, a login or an id
 * @param platformId the number that a learning platform put behind the name
 * @param roster headings and cells of the roster, if the student is on it
 * @param score points earned; empty where the grader failed
 * @param max points that could be earned
 */
record GradedStudent(
        String key,
        String name,
        List<String> ownNames,
        Optional<String> platformId,
        Map<String, String> roster,
        OptionalInt score,
        int max) {

    /** A key is the name with the id behind it; a digest tells apart what letters were lost of. */
    private static final Pattern NUMBERED = Pattern.compile("(?:.*_)?([0-9]{1,18})(?:-[0-9a-f]{8})?");

    static GradedStudent of(Result result, Roster roster) {
        return new GradedStudent(
                result.student(),
                roster.name(result.student()).orElse(result.name()),
                List.of(result.name(), result.student()),
                platformId(result),
                roster.row(result.student()),
                result.verdict() == Verdict.GRADER_ERROR ? OptionalInt.empty() : OptionalInt.of(result.score()),
                result.max());
    }

    private static Optional<String> platformId(Result result) {
        Matcher numbered = NUMBERED.matcher(result.student());
        return numbered.matches() && !result.name().endsWith(numbered.group(1))
                ? Optional.of(numbered.group(1))
                : Optional.empty();
    }
}
