package portzero.grader.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Turns commands into sandboxed commands, for {@link Launcher#start}. Immutable.
 *
 * <p>The commands depend on nothing but this machine: whoever starts subjects may be handed the
 * finished list, and need not look for a sandbox again.
 */
public interface Sandbox {
    /** Where a {@link #trusted} program sees its folder. */
    String OUTPUT = "/portzero/output";

    SandboxKind kind();

    /**
     * The command that runs a trusted worker on a network of its own, where the kind has one: only
     * loopback, 127.0.0.1 and ::1, and up.
     */
    List<String> worker(List<String> command);

    /**
     * The command that runs a trusted program as a subject is run, but for one folder that it may write to and sees as {@link
     * #OUTPUT}; for class-data archives, which must be made where they are used.
     *
     * @return empty where a subject's class path is another in each run, so that no archive would fit
     */
    default Optional<List<String>> trusted(SubjectSpec spec, Path folder) {
        return Optional.empty();
    }

    /** The command that runs untrusted code; to be started by a worker, and talked to by pipe only. */
    List<String> subject(SubjectSpec spec);
}
