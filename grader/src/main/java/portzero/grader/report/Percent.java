package portzero.grader.report;

/** Shares of a whole, 0–100. */
final class Percent {
    private Percent() {}

    /** Rounded down, so that 100 means all; 0 of nothing is 0. */
    static int of(int part, int whole) {
        return whole == 0 ? 0 : (int) (100L * part / whole);
    }
}
