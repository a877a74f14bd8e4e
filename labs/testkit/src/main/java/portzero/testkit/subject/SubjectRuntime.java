package portzero.testkit.subject;

import org.jspecify.annotations.Nullable;

/**
 * Where the student's classes live while tests run.
 *
 * <p>One home serves a whole JVM: {@link InProcessRuntime} unless the grader has installed another.
 */
public abstract class SubjectRuntime {

    private static volatile @Nullable SubjectRuntime installed;

    /** The home that tests in this JVM use. */
    public static SubjectRuntime current() {
        SubjectRuntime runtime = installed;
        return runtime == null ? new InProcessRuntime() : runtime;
    }

    /** Makes all further tests in this JVM use another home. For the grader. */
    public static void use(SubjectRuntime runtime) {
        installed = runtime;
    }

    /** Begins a test. The caller closes the session. */
    public abstract SubjectSession begin();
}
