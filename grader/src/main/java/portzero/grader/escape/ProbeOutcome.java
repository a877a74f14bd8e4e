package portzero.grader.escape;

/**
 * What came of an attempt.
 *
 * @param held whether the sandbox withstood
 * @param detail what was tried and what happened, on one line
 */
record ProbeOutcome(boolean held, String detail) {
    ProbeOutcome {
        detail = detail.replaceAll("\\s+", " ");
    }

    static ProbeOutcome held(String detail) {
        return new ProbeOutcome(true, detail);
    }

    static ProbeOutcome broken(String detail) {
        return new ProbeOutcome(false, detail);
    }
}
