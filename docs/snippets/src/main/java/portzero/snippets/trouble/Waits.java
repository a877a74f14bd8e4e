package portzero.snippets.trouble;

import java.util.Random;

/** Exponential backoff with a cap, and with chance. */
final class Waits {
    public static void main(String[] args) {
        var random = new Random(5); // seeded, so that this page shows what you will see
        // snippet: waits
        var step = 100.0; // milliseconds
        for (var failure = 1; failure <= 7; failure++) {
            var wait = step * (1 - random.nextDouble() / 2);
            System.out.printf("failure %d: step %4.0f, wait %4.0f ms%n", failure, step, wait);
            step = Math.min(2 * step, 2_000);
        }
        // end
    }
}
