package portzero.testkit.subject;

import org.jspecify.annotations.Nullable;

/**
 * Where the student's classes live while tests run.
 *
 * <p>One home serves a whole JVM: {@link LocalHome} unless the grader has installed another.
 */
public abstract class SubjectHome {

    private static volatile @Nullable SubjectHome installed;

    /** The home that tests in this JVM use. */
    public static SubjectHome current() {
        SubjectHome home = installed;
        return home == null ? new LocalHome() : home;
    }

    /** Makes all further tests in this JVM use another home. For the grader. */
    public static void use(SubjectHome home) {
        installed = home;
    }

    /** Begins a test. The caller closes the session. */
    public abstract SubjectSession begin();
}
