package portzero.testkit.subject;

import java.io.IOException;

/** Starts a JVM that runs {@link portzero.testkit.host.Host}, in whatever confinement it is to have. */
public interface SubjectStarter {
    /** Starts a new process whose standard streams are pipes. The caller ends it. */
    Process start() throws IOException;
}
