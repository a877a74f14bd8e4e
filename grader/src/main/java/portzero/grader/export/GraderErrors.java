package portzero.grader.export;

import java.util.Optional;

/** The sentence about results that are no scores: the grader failed on them, not the student. */
final class GraderErrors {
    private GraderErrors() {}

    /**
     * The sentence; empty if there are none.
     *
     * @param how what was done about them, {@code their cells are empty}
     */
    static Optional<String> note(int count, String how) {
        return count == 0
                ? Optional.empty()
                : Optional.of((count == 1 ? "1 result is a grader error" : count + " results are grader errors")
                        + ", which is no score: " + how + ". Grade again with --resume, then export again.");
    }
}
