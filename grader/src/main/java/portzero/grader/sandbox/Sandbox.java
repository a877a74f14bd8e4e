package portzero.grader.sandbox;

import java.util.List;

/**
 * Turns commands into sandboxed commands, for {@link Launcher#start}. Immutable.
 *
 * <p>The commands depend on nothing but this machine: whoever starts subjects may be handed the
 * finished list, and need not look for a sandbox again.
 */
public interface Sandbox {
    Kind kind();

    /**
     * The command that runs a trusted worker on a network of its own, where the kind has one: only
     * loopback, 127.0.0.1 and ::1, and up.
     */
    List<String> worker(List<String> command);

    /** The command that runs untrusted code; to be started by a worker, and talked to by pipe only. */
    List<String> subject(SubjectSpec spec);
}
