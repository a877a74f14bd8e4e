package portzero.grader.escape;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * Tries what a submission must not be able to do, and says of each promise whether it held:
 * {@code promise NETWORK held 192.0.2.1 is unreachable}.
 *
 * <p>Arguments: {@code all}, and files that must not be there; or {@code burn}.
 */
public final class Escape {
    private Escape() {}

    /** Runs the attempts. */
    public static void main(String[] args) {
        if (args[0].equals("burn")) {
            Consumption.burn();
        }
        var files = List.of(args).subList(1, args.length);
        tell("FILES", () -> Surroundings.files(files));
        tell("WRITING", Surroundings::writing);
        tell("NETWORK", Surroundings::network);
        tell("PROCESSES", Surroundings::processes);
        tell("ENVIRONMENT", Surroundings::environment);
        tell("PRIVILEGES", Privileges::of);
        tell("STARTING", Privileges::processes);
        tell("SYSTEM_CALLS", Privileges::filter);
        tell("OPEN_FILES", Consumption::openFiles);
        tell("FILE_SIZE", Consumption::fileSize);
        tell("DISK", Consumption::disk);
        tell("HEAP", Consumption::heap);
        tell("MEMORY", Consumption::memory);
        tell("THREADS", Consumption::threads);
        Runtime.getRuntime().halt(0);
    }

    private static void tell(String promise, Callable<Finding> attempt) {
        Finding finding;
        try {
            finding = attempt.call();
        } catch (Exception unforeseen) {
            finding = Finding.broken("the attempt itself failed: " + unforeseen);
        }
        System.out.println("promise " + promise + (finding.held() ? " held " : " broken ") + finding.detail());
        System.out.flush();
    }
}
