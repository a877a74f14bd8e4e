package portzero.grader.run;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import portzero.grader.limits.Limits;
import portzero.grader.limits.Setting;

/** One try of a worker at one job. */
final class Attempt {

    /** A worker says something whenever it begins to run a test, and none takes this long. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final WorkerProcess worker;
    private final Limits limits;
    private final Turnstile turnstile;
    private String doing = "start";

    Attempt(WorkerProcess worker, Limits limits, Turnstile turnstile) {
        this.worker = worker;
        this.limits = limits;
        this.turnstile = turnstile;
    }

    /** The worker's last word on the job: done or unchanged; null if it hung or died over it. */
    @Nullable
    Message at(Job job) throws IOException, InterruptedException {
        worker.send(new Message.Grade(job));
        Message message = worker.next(patience());
        while (message instanceof Message.Doing || message instanceof Message.Alone) {
            if (message instanceof Message.Doing sign) {
                doing = sign.what();
            } else {
                turnstile.alone();
                worker.send(new Message.Go());
            }
            message = worker.next(patience());
        }
        return message;
    }

    private Duration patience() {
        return doing.equals(Grading.COMPILE)
                ? Duration.ofSeconds(limits.of(Setting.COMPILE_TIME))
                : SILENCE.multipliedBy(limits.of(Setting.DEADLINES));
    }

    /** What the worker said last that it was doing. */
    String doing() {
        return doing;
    }

    /** Whether the worker was still there when it fell silent. */
    boolean hung() {
        return worker.isAlive();
    }
}
