package portzero.grader.run.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Something that makes grading faster and can be switched off, to see what it brings or to look for a fault. No result may
 * depend on any of them.
 */
public enum Optimisation {
    /** A late test runs again alone only if the machine can have been the cause; otherwise each does. */
    LATENESS,
    /** The tests of a submission are one execution of the test engine; otherwise each is one. */
    ONE_LAUNCH,
    /** The JVMs of workers and submissions start with classes that were loaded and verified beforehand. */
    ARCHIVES,
    /** Connections in TIME_WAIT are removed from a worker's network between submissions. */
    TIME_WAIT,
    /** Submissions are compiled so that their string concatenations need no code made at run time. */
    INLINE_CONCAT;

    /** What it is called on the command line: {@code one-launch}. */
    public String cliName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The names of all, for help. */
    public static String names() {
        return Arrays.stream(values()).map(Optimisation::cliName).collect(Collectors.joining(", "));
    }
}
