package portzero.grader.run.coordinator;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import portzero.grader.run.protocol.Job;
import portzero.grader.run.protocol.Message;
import portzero.grader.run.worker.SubmissionGrader;

/** One try of a worker at one job. */
final class JobAttempt {

    private final WorkerProcess worker;
    private final ExclusiveRunLock lock;
    private final WorkerTimeouts timeouts;
    private String doing = "start";
    private boolean lastOfWorker;
    private boolean outstayed;

    /**
     * Prepares a try.
     *
     * @param timeouts how long the worker may say nothing before it counts as hung
     */
    JobAttempt(WorkerProcess worker, ExclusiveRunLock lock, WorkerTimeouts timeouts) {
        this.worker = worker;
        this.lock = lock;
        this.timeouts = timeouts;
    }

    /**
     * The worker's last word on the job: done, unchanged or a fault; null if it hung or died over it, or has had the machine to
     * itself for too long.
     *
     * @param isLast whether nobody waits for it any more, however long it takes
     */
    @Nullable
    Message at(Job job, boolean isLast) throws IOException, InterruptedException {
        boolean isAlone = false;
        long since = 0;
        worker.send(new Message.Grade(job));
        Message message = worker.next(patience());
        while (message instanceof Message.Doing
                || message instanceof Message.Alone
                || message instanceof Message.WornOut) {
            if (message instanceof Message.Doing sign) {
                doing = sign.what();
                if (isAlone
                        && !isLast
                        && System.nanoTime() - since > timeouts.alone().toNanos()) {
                    outstayed = true;
                    return null;
                }
            } else if (message instanceof Message.WornOut) {
                lastOfWorker = true;
            } else {
                lock.alone();
                isAlone = true;
                since = System.nanoTime();
                worker.send(new Message.Go());
            }
            message = worker.next(patience());
        }
        return message;
    }

    private Duration patience() {
        return compiled() ? timeouts.compiling() : timeouts.testing();
    }

    /** Whether the worker is to grade nothing more. */
    boolean isLastOfWorker() {
        return lastOfWorker;
    }

    /** Whether it came to nothing because others have waited for it long enough. */
    boolean hasOutstayed() {
        return outstayed;
    }

    /** Whether it came to nothing because the worker fell silent; otherwise the worker ended. */
    boolean hung() {
        return !worker.hasEnded();
    }

    /** Whether the compiler was at work when it came to nothing. */
    boolean compiled() {
        return doing.equals(SubmissionGrader.COMPILE);
    }

    /** What became of the worker, as a clause. */
    String trouble() {
        return "a worker " + (hung() ? "hung" : "died") + " at " + doing;
    }
}
