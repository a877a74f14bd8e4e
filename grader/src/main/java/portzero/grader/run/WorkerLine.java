package portzero.grader.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import portzero.grader.limits.Limits;
import portzero.grader.limits.Setting;
import portzero.grader.sandbox.Sandbox;
import portzero.grader.score.Result;
import portzero.grader.score.Verdict;

/** Takes jobs one after another to a worker of its own, and replaces the worker when it dies. */
final class WorkerLine implements Runnable {

    private static final int TRIES = 2;

    private final Sandbox sandbox;
    private final Setup setup;
    private final Limits limits;
    private final Jobs jobs;
    private final Turnstile turnstile;
    private final Sink sink;
    private volatile @Nullable WorkerProcess worker;
    private volatile boolean stopped;

    WorkerLine(Sandbox sandbox, Setup setup, Jobs jobs, Turnstile turnstile, Sink sink) {
        this.sandbox = sandbox;
        this.setup = setup;
        limits = Limits.of(setup.limits());
        this.jobs = jobs;
        this.turnstile = turnstile;
        this.sink = sink;
    }

    @Override
    public void run() {
        try {
            for (Optional<Job> job = jobs.next(); job.isPresent(); job = jobs.next()) {
                turnstile.enter();
                try {
                    grade(job.get());
                } finally {
                    turnstile.leave();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            dismiss();
        }
    }

    private void grade(Job job) throws InterruptedException {
        String trouble = "";
        for (int attempt = 1; attempt <= TRIES && !stopped; attempt++) {
            try {
                Attempt current = new Attempt(worker(), limits, turnstile);
                Message last = current.at(job);
                if (deliver(job, last)) {
                    return;
                }
                trouble = trouble(current);
                boolean compilerHung = current.hung() && current.doing().equals(Grading.COMPILE);
                dismiss();
                if (compilerHung) {
                    sink.graded(
                            job,
                            refused(
                                    job,
                                    Verdict.COMPILE_ERROR,
                                    "The compiler did not finish within " + limits.text(Setting.COMPILE_TIME)
                                            + " (limit compile-time); simplify the source."));
                    return;
                }
            } catch (IOException broken) {
                trouble = "a worker failed: " + broken.getMessage();
                dismiss();
            }
        }
        if (!stopped) {
            sink.graded(job, refused(job, Verdict.GRADER_ERROR, "The grader itself failed: " + trouble + "."));
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

    private static String trouble(Attempt attempt) {
        return "a worker " + (attempt.hung() ? "hung" : "died") + " at " + attempt.doing();
    }

    private Result refused(Job job, Verdict verdict, String reason) {
        String suite = setup.suites().stream()
                .filter(built -> built.lab().equals(job.lab()))
                .map(Setup.BuiltSuite::digest)
                .findFirst()
                .orElse("");
        return new Result(
                Result.SCHEMA,
                job.lab(),
                job.student(),
                job.name(),
                "",
                suite,
                verdict,
                reason,
                0,
                100,
                0,
                "",
                List.of(),
                List.of());
    }

    private WorkerProcess worker() throws IOException, InterruptedException {
        WorkerProcess current = worker;
        if (current == null || !current.isAlive()) {
            current = WorkerProcess.start(sandbox, setup);
            worker = current;
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
        dismiss();
    }
}
