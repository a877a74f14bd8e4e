package portzero.testkit.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import portzero.testkit.process.ProcessExit;

/** Tells from its traces which limit a submission ran into. */
final class LimitDetector {

    private LimitDetector() {}

    /** The limit's name, or null if none is apparent. */
    static @Nullable String of(Throwable thrown, Optional<ProcessExit> death, String output) {
        Throwable cause = thrown.getCause();
        String traces = SubjectHandler.brief(thrown) + "\n" + (cause == null ? "" : SubjectHandler.brief(cause)) + "\n"
                + output;
        if (traces.contains("unable to create native thread")) {
            return "THREADS";
        }
        if (traces.contains("Cannot run program") && traces.contains("error=11,")) { // EAGAIN, fork(2)
            return "PROCESSES";
        }
        if (traces.contains("OutOfMemoryError")
                || death.map(ProcessExit::outOfMemory).orElse(false)) {
            return "MEMORY";
        }
        if (traces.contains("StackOverflowError")) {
            return "STACK";
        }
        if (death.map(ProcessExit::outOfTime).orElse(false)) {
            return "CPU";
        }
        if (traces.contains("Cannot run program") && traces.contains("Resource temporarily unavailable")) {
            return "PROCESSES";
        }
        if (traces.contains("Too many open files")) {
            return "FILES";
        }
        if (traces.contains("No space left on device") || traces.contains("File too large")) {
            return "DISK";
        }
        return output.contains("[limit OUTPUT") ? "OUTPUT" : null;
    }
}
