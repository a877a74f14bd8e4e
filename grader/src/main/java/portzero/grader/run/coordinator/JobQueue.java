package portzero.grader.run.coordinator;

import java.util.Iterator;
import java.util.Optional;
import portzero.grader.run.protocol.Job;

/** The jobs that are still to be given out. Thread-safe. */
final class JobQueue {

    private final Iterator<Job> left;
    private boolean stopped;

    JobQueue(Iterator<Job> left) {
        this.left = left;
    }

    /** The next job; empty when there is none, or giving out has been stopped. */
    synchronized Optional<Job> next() {
        return !stopped && left.hasNext() ? Optional.of(left.next()) : Optional.empty();
    }

    /** Gives out no more. */
    synchronized void stop() {
        stopped = true;
    }
}
