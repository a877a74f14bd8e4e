package portzero.grader.run.coordinator;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import portzero.grader.limits.LimitSetting;
import portzero.grader.limits.Limits;
import portzero.grader.result.Grade;
import portzero.grader.result.Result;
import portzero.grader.result.SubmissionInfo;
import portzero.grader.result.Verdict;
import portzero.grader.run.coordinator.JobQueue.Turn;
import portzero.grader.run.protocol.Job;
import portzero.grader.run.protocol.Message;
import portzero.grader.run.protocol.WorkerSetup;
import portzero.grader.sandbox.Sandbox;

/** Takes jobs one after another to a worker of its own, and replaces the worker when it hangs or dies. */
final class WorkerLoop implements Runnable {

    /** Somebody may have killed the first worker, and by bad luck the second. */
    private static final int TRIES = 3;

    /** A machine that was too busy for the first try is not busy at the second, which is made alone. */
    private static final int HANGS = 2;

    private final Sandbox sandbox;
    private final WorkerSetup setup;
    private final WorkerTimeouts timeouts;
    private final Limits limits;
    private final JobQueue jobs;
    private final ExclusiveRunLock lock;
    private final ResultSink sink;
    private volatile @Nullable WorkerProcess worker;
    private volatile boolean stopped;

    WorkerLoop(
            Sandbox sandbox,
            WorkerSetup setup,
            WorkerTimeouts timeouts,
            JobQueue jobs,
            ExclusiveRunLock lock,
            ResultSink sink) {
        this.sandbox = sandbox;
        this.setup = setup;
        this.timeouts = timeouts;
        limits = Limits.of(setup.limits());
        this.jobs = jobs;
        this.lock = lock;
        this.sink = sink;
    }

    @Override
    public void run() {
        try {
            for (Optional<Turn> turn = jobs.next(); turn.isPresent() && !stopped; turn = jobs.next()) {
                lock.enter();
                try {
                    grade(turn.get());
                } finally {
                    lock.leave();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            dismiss();
        }
    }

    private void grade(Turn turn) throws InterruptedException {
        Job job = turn.job();
        Result trouble = refused(job, Verdict.GRADER_ERROR, "");
        int hangs = 0;
        for (int attempt = 1; attempt <= TRIES && hangs < HANGS && !stopped; attempt++) {
            if (attempt > 1) {
                lock.alone();
            }
            try {
                JobAttempt current = new JobAttempt(worker(), lock, timeouts);
                Message last = current.at(job, turn.isLast());
                if (deliver(job, last)) {
                    if (current.isLastOfWorker()) {
                        dismiss();
                    }
                    return;
                }
                if (current.hasOutstayed()) {
                    dismiss();
                    jobs.putOff(job);
                    return;
                }
                hangs += last == null && current.hung() ? 1 : 0;
                trouble = trouble(job, current, last);
            } catch (IOException broken) {
                trouble = fault(job, "a worker failed: " + broken.getMessage());
            }
            dismiss();
        }
        if (!stopped) {
            sink.graded(job, trouble);
        }
    }

    private boolean deliver(Job job, @Nullable Message last) {
        if (last instanceof Message.Done done) {
            sink.graded(job, done.result());
            return true;
        }
        if (last instanceof Message.Unchanged) {
            sink.unchanged(job);
            return true;
        }
        return false;
    }

    private Result trouble(Job job, JobAttempt attempt, @Nullable Message last) {
        if (last instanceof Message.Fault fault) {
            return fault(job, fault.reason());
        }
        return attempt.hung() && attempt.compiled()
                ? refused(
                        job,
                        Verdict.COMPILE_ERROR,
                        "The compiler did not finish within " + limits.text(LimitSetting.COMPILE_TIME)
                                + " (limit compile-time); simplify the source.")
                : fault(job, attempt.trouble());
    }

    private Result fault(Job job, String trouble) {
        return refused(job, Verdict.GRADER_ERROR, "The grader itself failed: " + trouble + ".");
    }

    private Result refused(Job job, Verdict verdict, String reason) {
        String suite = setup.suites().stream()
                .filter(built -> built.lab().equals(job.lab()))
                .map(WorkerSetup.BuiltSuite::digest)
                .findFirst()
                .orElse("");
        return new Result(
                new SubmissionInfo(job.lab(), job.student(), job.name(), "", suite, ""),
                Grade.none(verdict, reason, 100),
                0,
                List.of(),
                List.of());
    }

    private WorkerProcess worker() throws IOException, InterruptedException {
        WorkerProcess current = worker;
        if (current == null || current.hasEnded()) {
            current = WorkerProcess.launch(sandbox, setup);
            worker = current;
            if (stopped) {
                current.close();
            }
            current.begin(setup);
        }
        return current;
    }

    private void dismiss() {
        WorkerProcess current = worker;
        worker = null;
        if (current != null) {
            current.close();
        }
    }

    /** Gives up the current job without a result. */
    void stop() {
        stopped = true;
        WorkerProcess current = worker;
        if (current != null) {
            current.close();
        }
    }
}
