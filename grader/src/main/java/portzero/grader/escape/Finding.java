package portzero.grader.escape;

/**
 * What came of an attempt.
 *
 * @param held whether the sandbox withstood
 * @param detail what was tried and what happened, on one line
 */
record Finding(boolean held, String detail) {
    Finding {
        detail = detail.replaceAll("\\s+", " ");
    }

    static Finding held(String detail) {
        return new Finding(true, detail);
    }

    static Finding broken(String detail) {
        return new Finding(false, detail);
    }
}
