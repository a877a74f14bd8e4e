package portzero.grader.run.coordinator;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import portzero.grader.run.protocol.Job;

/** The jobs that are still to be given out. Thread-safe. */
final class JobQueue {

    /** A job, and whether all others have been given out before it. */
    record Turn(Job job, boolean isLast) {}

    private final Iterator<Job> left;
    private final Queue<Job> putOff = new ArrayDeque<>();
    private boolean stopped;

    JobQueue(Iterator<Job> left) {
        this.left = left;
    }

    /** The next job; empty when there is none, or giving out has been stopped. */
    synchronized Optional<Turn> next() {
        if (stopped) {
            return Optional.empty();
        }
        return left.hasNext()
                ? Optional.of(new Turn(left.next(), false))
                : Optional.ofNullable(putOff.poll()).map(job -> new Turn(job, true));
    }

    /** Takes back a job that keeps the others waiting; it is given out once more when they have all had their turn. */
    synchronized void putOff(Job job) {
        putOff.add(job);
    }

    /** Gives out no more. */
    synchronized void stop() {
        stopped = true;
    }
}
