package portzero.snippets.trouble;

import java.time.Duration;

/** Half a millisecond has no whole one in it. */
final class RoundedToZero {
    public static void main(String[] args) {
        // snippet: zero
        var left = Duration.ofNanos(500_000);
        System.out.println("rounded down: " + left.toMillis());
        System.out.println("rounded up: " + left.plusNanos(999_999).toMillis());
        // end
    }
}
