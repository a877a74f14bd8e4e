package portzero.grader.watch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import portzero.grader.course.Course;
import portzero.grader.course.Lab;
import portzero.grader.io.DaemonThread;
import portzero.grader.limits.Limits;
import portzero.grader.progress.ProgressStore;
import portzero.grader.run.worker.PublicTests;
import portzero.grader.suite.SuiteBuild;
import portzero.grader.suite.SuiteException;
import portzero.testkit.subject.ForkedRuntime;

/**
 * Waits for files to be saved and keys to be pressed, and answers; all that is shown is shown by its thread.
 *
 * <p>The student's classes run in a JVM of their own, of which a spare one is kept started: no more than a process ends with what they
 * do. Tests and compiler run in this JVM and stay warm.
 */
public final class WatchLoop {

    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(12);

    /** The files of the other labs are looked at once in so many looks. */
    private static final int OTHERS = 16;

    private final Map<Lab, SavedFiles> files = new LinkedHashMap<>();
    private final BlockingQueue<WatchEvent> events = new LinkedBlockingQueue<>();
    private final TestRuns runs = new TestRuns(events);
    private final ForkedRuntime runtime;
    private final ProgressStore store;
    private final WatchScreen screen;
    private final Keyboard keyboard;
    private final String seed = PublicTests.newSeed();
    private final Map<Lab, WatchedLab> opened = new LinkedHashMap<>();
    private @Nullable WatchedLab current;
    private volatile @Nullable Lab at;
    private int run;
    private boolean compiles;

    /**
     * A loop over the labs of a course.
     *
     * @param runtime where the student's classes run; whoever made it closes it
     */
    public WatchLoop(Course course, ForkedRuntime runtime, WatchScreen screen, Keyboard keyboard) {
        this.runtime = runtime;
        this.screen = screen;
        this.keyboard = keyboard;
        store = ProgressStore.of(course.home());
        course.labs().forEach(lab -> files.put(lab, new SavedFiles(lab.mainSources())));
    }

    /**
     * Begins with a lab, and goes on until the key for it is pressed or this program is ended.
     *
     * @param only whether other labs are left alone
     * @throws SuiteException if that lab's own files are broken
     */
    public void run(Lab first, boolean only) throws SuiteException, InterruptedException {
        if (only) {
            files.keySet().retainAll(Set.of(first));
        }
        WatchedLab lab = open(first);
        screen.welcome(lab, keyboard);
        begin(lab, System.nanoTime());
        look();
        keyboard.send(events);
        try {
            while (answer(events.take())) {
                // and so on
            }
        } finally {
            runs.cancel();
        }
    }

    private void look() {
        DaemonThread.start("saved-files", () -> {
            for (long look = 0; true; look++) {
                look(look % OTHERS == 0);
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
        });
    }

    private void look(boolean all) {
        Lab present = at;
        files.forEach((lab, saved) -> {
            List<String> names = all || lab.equals(present) ? saved.look() : List.of();
            if (!names.isEmpty()) {
                events.add(new WatchEvent.Saved(lab, names, System.nanoTime()));
            }
        });
    }

    private WatchedLab open(Lab lab) throws SuiteException {
        WatchedLab known = opened.get(lab);
        if (known == null) {
            known = new WatchedLab(
                    new PublicTests(SuiteBuild.of(lab), lab.mainSources(), runtime, Limits.DEFAULT), store);
            opened.put(lab, known);
        }
        current = known;
        at = lab;
        return known;
    }

    /** Answers an event; whether to go on. */
    private boolean answer(WatchEvent event) throws InterruptedException {
        if (event instanceof WatchEvent.Saved saved) {
            saved(saved);
        } else if (event instanceof WatchEvent.Pressed pressed) {
            return pressed(pressed.key());
        } else if (event instanceof WatchEvent.OfRun ofRun && ofRun.run() == run) {
            answer(ofRun, Objects.requireNonNull(current));
        }
        return true;
    }

    private void saved(WatchEvent.Saved saved) throws InterruptedException {
        try {
            WatchedLab before = current;
            runs.cancel();
            WatchedLab lab = open(saved.lab());
            screen.saved(lab, saved.files(), lab != before);
            begin(lab, saved.at());
        } catch (SuiteException broken) {
            screen.say(broken.getMessage());
        }
    }

    private void begin(WatchedLab lab, long since) throws InterruptedException {
        screen.begins(since);
        run = runs.begin(lab.tests(), lab.selection(), seed);
    }

    private void answer(WatchEvent.OfRun event, WatchedLab lab) {
        if (event instanceof WatchEvent.Compiled compiled) {
            compiles = compiled.work().refusal() == null;
            screen.compiled(lab, compiled.work(), compiled.tests());
        } else if (event instanceof WatchEvent.Tested tested) {
            screen.tested(lab, tested.result());
        } else if (event instanceof WatchEvent.Broken broken) {
            compiles = false;
            screen.say("The tests could not run: " + broken.cause().getMessage() + ". Save again, or press Ctrl-C.");
        } else if (compiles) {
            lab.remember();
            screen.verdict(lab);
        }
    }

    private boolean pressed(char key) throws InterruptedException {
        WatchedLab lab = Objects.requireNonNull(current);
        switch (key) {
            case 'h' -> screen.hint(lab);
            case 'a' -> {
                lab.selection().invalidate();
                screen.tellAll();
                begin(lab, System.nanoTime());
            }
            case 'n' -> {
                lab.next();
                screen.task(lab);
            }
            case 'o' -> screen.notes(lab);
            case 'w' -> screen.wire(lab);
            case 'q' -> {
                return false;
            }
            default -> screen.keys(keyboard);
        }
        return true;
    }
}
