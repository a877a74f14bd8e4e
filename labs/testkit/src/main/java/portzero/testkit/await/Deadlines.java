package portzero.testkit.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * How long anything may take: the one place that says so.
 *
 * <p>A deadline is never the expected duration. It is long enough that a right submission meets it on a loaded
 * machine, and the grader runs a test that missed one again, alone, with longer deadlines. The system property
 * {@value #SCALE} multiplies all of them; under a debugger they are as good as off.
 */
public final class Deadlines {

    /** System property: a factor on every deadline, 1 unless set. */
    public static final String SCALE = "portzero.deadline.scale";

    private static final double MOST = 10_000;
    private static final boolean DEBUGGED = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .anyMatch(argument -> argument.startsWith("-agentlib:jdwp") || argument.startsWith("-Xrunjdwp"));

    private Deadlines() {}

    /** One operation on a socket: connect, accept, send or receive. */
    public static Duration operation() {
        return scaled(1_500);
    }

    /** One call of a contract method. */
    public static Duration call() {
        return scaled(2_000);
    }

    /** A whole test; bounds a peer that makes progress without end. */
    public static Duration test() {
        return scaled(10_000);
    }

    /** Giving the subject the chance to finish what it does, where a test need not insist on it. */
    public static Duration moment() {
        return scaled(200);
    }

    /** Putting things away after a test. */
    public static Duration cleanUp() {
        return scaled(1_000);
    }

    /** How the deadline reads in a message: {@code 1.5 s}. */
    public static String text(Duration deadline) {
        double seconds = deadline.toMillis() / 1000.0;
        return (seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds)) + " s";
    }

    private static Duration scaled(long milliseconds) {
        return Duration.ofMillis(Math.round(milliseconds * scale()));
    }

    private static double scale() {
        if (DEBUGGED) {
            return MOST;
        }
        String value = System.getProperty(SCALE, "1");
        try {
            double scale = Double.parseDouble(value);
            if (scale > 0 && scale <= MOST) {
                return scale;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(message(value), notANumber);
        }
        throw new IllegalArgumentException(message(value));
    }

    private static String message(String value) {
        return SCALE + " must be a number above 0 and at most 10000 but was " + value;
    }
}
