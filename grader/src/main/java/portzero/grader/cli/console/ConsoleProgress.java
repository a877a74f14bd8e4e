package portzero.grader.cli.console;

import java.io.PrintWriter;
import portzero.grader.run.coordinator.GradeRun;

/** Passes on what a run tells: to a bar how far it is, and to standard error what somebody should know at once. */
public record ConsoleProgress(ConsoleProgressBar bar, PrintWriter err) implements GradeRun.Watcher {
    @Override
    public void done() {
        bar.step();
    }

    @Override
    public void say(String sentence) {
        err.println(sentence);
    }
}
