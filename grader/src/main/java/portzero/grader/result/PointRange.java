package portzero.grader.result;

/** What points may be. */
final class PointRange {
    private PointRange() {}

    /** @throws IllegalArgumentException unless {@code 0 <= earned <= max} */
    static void check(int earned, int max) {
        if (earned < 0 || earned > max) {
            throw new IllegalArgumentException("points must be 0–" + max + " but were " + earned);
        }
    }
}
