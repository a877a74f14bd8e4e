package portzero.grader.result;

/** How durations are kept in result files: as seconds, to the millisecond. */
final class Seconds {
    private static final double MILLIS = 1000;

    private Seconds() {}

    /** @throws IllegalArgumentException if negative, infinite or not a number */
    static double toMillisecond(double seconds) {
        if (!Double.isFinite(seconds) || seconds < 0) {
            throw new IllegalArgumentException("seconds must be 0 or more but were " + seconds);
        }
        return Math.round(seconds * MILLIS) / MILLIS;
    }
}
