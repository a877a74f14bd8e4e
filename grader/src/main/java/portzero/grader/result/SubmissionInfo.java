package portzero.grader.result;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose work was graded, and by what.
 *
 * @param lab the lab's id, {@code lab02-echo}
 * @param student the student's key, from a fixed alphabet, safe as a file name
 * @param name the student as the submission names them; hostile text, at most {@value #MAX_NAME}
 *     characters are kept
 * @param submission {@code sha256:} and the digest of what was graded; empty where it could not be read
 * @param suite {@code sha256:} and the digest of the lab's contract and tests
 * @param seed what random payloads were drawn from, 32 hexadecimal digits; another in each run
 * @param receipt when it was handed in; null where nobody told, and in files of an earlier version
 */
public record SubmissionInfo(
        String lab,
        String student,
        String name,
        String submission,
        String suite,
        String seed,
        @Nullable Receipt receipt) {

    /** More of a display name than this is cut off. */
    public static final int MAX_NAME = 200;

    public SubmissionInfo {
        Objects.requireNonNull(lab, "lab");
        Objects.requireNonNull(student, "student");
        Objects.requireNonNull(submission, "submission");
        Objects.requireNonNull(suite, "suite");
        Objects.requireNonNull(seed, "seed");
        name = cut(name);
    }

    /** Nobody told when it was handed in. */
    public SubmissionInfo(String lab, String student, String name, String submission, String suite, String seed) {
        this(lab, student, name, submission, suite, seed, null);
    }

    /** The same work of somebody else, who handed in together with the first. */
    SubmissionInfo of(String otherStudent, String otherName, Receipt theirReceipt) {
        return new SubmissionInfo(lab, otherStudent, otherName, submission, suite, seed, theirReceipt);
    }

    /** A display name as a result has it. */
    public static String cut(String name) {
        return name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
    }
}
