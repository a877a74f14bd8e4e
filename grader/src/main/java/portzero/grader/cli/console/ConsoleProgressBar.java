package portzero.grader.cli.console;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine;

/**
 * A progress bar on standard error with rate and time left; a line now and then where nobody watches. Thread-safe.
 */
public final class ConsoleProgressBar implements AutoCloseable {

    private static final int REDRAW = 200; // milliseconds
    private static final int WIDTH = 90;
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(10);

    private final String what;
    private final long total;
    private final boolean watched;
    private final PrintStream err = System.err;
    private final ProgressBar bar;
    private final long start = System.nanoTime();
    private long said = start;
    private long done;

    public ConsoleProgressBar(String what, String unit, long total) {
        this.what = what;
        this.total = total;
        watched = isWatched();
        bar = new ProgressBarBuilder()
                .setTaskName(what)
                .setUnit(" " + unit, 1)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW)
                .setMaxRenderedLength(WIDTH)
                .showSpeed()
                .setConsumer(watched ? new ConsoleProgressBarConsumer(err, WIDTH) : new Silence())
                .build();
    }

    private static boolean isWatched() {
        return CommandLine.Help.Ansi.AUTO.enabled()
                && System.getenv("CI") == null
                && !"dumb".equals(System.getenv("TERM"));
    }

    /** One more is done. */
    public synchronized void step() {
        done++;
        bar.step();
        long now = System.nanoTime();
        if (!watched && now - said > NOW_AND_THEN.toNanos()) {
            said = now;
            double seconds = (now - start) / 1e9;
            long all = Math.max(total, done); // some are done twice
            err.printf(
                    "%s: %d of %d, %.1f a second, about %.0f s left%n",
                    what, done, all, done / seconds, (all - done) * seconds / done);
        }
    }

    @Override
    public void close() {
        bar.close();
    }

    /** Draws nothing. */
    private static final class Silence implements ProgressBarConsumer {
        @Override
        public int getMaxRenderedLength() {
            return WIDTH;
        }

        @Override
        public void accept(String rendered) {
            // Nobody looks.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
