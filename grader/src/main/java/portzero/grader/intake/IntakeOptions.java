package portzero.grader.intake;

import org.jspecify.annotations.Nullable;

/**
 * How a folder of submissions is to be understood.
 *
 * @param names the form of the entries' names, where no platform's; null to find out
 * @param attempt which of several attempts counts
 */
public record IntakeOptions(@Nullable String names, Attempt attempt) {

    /** Names of the platforms, the newest attempt. */
    public static final IntakeOptions DEFAULT = new IntakeOptions(null, Attempt.NEWEST);

    /** Which of several attempts counts. */
    public enum Attempt {
        NEWEST,
        FIRST
    }
}
