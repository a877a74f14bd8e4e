package portzero.testkit.external;

import java.io.IOException;

/** Starts processes; whoever implements it decides on which thread. */
public interface ProgramStarter {
    /**
     * Starts a process, which the caller ends.
     *
     * @throws IOException if there is no such program
     */
    Process start(ProcessBuilder builder) throws IOException;
}
