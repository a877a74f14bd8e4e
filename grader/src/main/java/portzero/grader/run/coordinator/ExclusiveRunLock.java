package portzero.grader.run.coordinator;

import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets many submissions be graded at once, or one alone. Thread-safe; each submission stays with one thread.
 *
 * <p>A test that missed a deadline may have missed it because other tests kept the processors busy. It is run again
 * while nothing else runs, so that a neighbour can never cost a student a point.
 */
final class ExclusiveRunLock {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    /** Begins a submission. */
    void enter() {
        lock.readLock().lock();
    }

    /** Waits until every other submission is done, and keeps new ones waiting. Does nothing the second time. */
    void alone() {
        if (!lock.isWriteLockedByCurrentThread()) {
            lock.readLock().unlock();
            lock.writeLock().lock();
        }
    }

    /** Ends a submission. */
    void leave() {
        if (lock.isWriteLockedByCurrentThread()) {
            lock.writeLock().unlock();
        } else {
            lock.readLock().unlock();
        }
    }
}
