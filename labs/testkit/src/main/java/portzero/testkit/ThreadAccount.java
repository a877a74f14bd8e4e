package portzero.testkit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import portzero.testkit.subject.ProgramThread;
import portzero.testkit.trace.Shown;
import portzero.testkit.trace.Step;

/** Counts the threads of the subject's program, waits until there are few enough, and names those that are left. */
final class ThreadAccount {

    private static final long LOOK_AGAIN = 1_000_000; // nanoseconds; the JVM has no event for “a thread has ended”
    private static final int MOST_TOLD = 3;

    private final Stage stage;
    private Optional<List<ProgramThread>> seen = Optional.empty();

    ThreadAccount(Stage stage) {
        this.stage = stage;
    }

    void expectAtMost(int most) {
        Step step = stage.note("test asks for the program's threads", "threads");
        try {
            new Wait(stage.operation(), stage, () -> missing(most)).until(LOOK_AGAIN, () -> isAtMost(most));
        } finally {
            step.outcome(seen.map(all -> all.isEmpty() ? "none" : all.size() + " found")
                    .orElse("no answer"));
        }
    }

    /** Whether there are so few; a program that does not answer may have any number. */
    private boolean isAtMost(int most) {
        seen = stage.subjectThreads();
        return seen.filter(all -> all.size() <= most).isPresent();
    }

    private String missing(int most) {
        return Voice.instead(
                switch (most) {
                    case 0 -> "no thread of the program to be left";
                    case 1 -> "at most 1 thread of the program";
                    default -> "at most " + most + " threads of the program";
                },
                seen.map(ThreadAccount::told).orElse("it does not say which threads it has"));
    }

    private static String told(List<ProgramThread> all) {
        String some = all.stream()
                .limit(MOST_TOLD)
                .map(thread -> Shown.line(thread.toString()).replace("  ", ", "))
                .collect(Collectors.joining("; "));
        int more = all.size() - MOST_TOLD;
        return (all.size() == 1 ? "1 is: " : all.size() + " are: ")
                + some
                + (more > 0 ? "; and " + more + " more" : "");
    }
}
