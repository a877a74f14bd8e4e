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
            ResourceProbes.burn();
        }
        var files = List.of(args).subList(1, args.length);
        tell("FILES", () -> EnvironmentProbes.files(files));
        tell("WRITING", EnvironmentProbes::writing);
        tell("NETWORK", EnvironmentProbes::network);
        tell("PROCESSES", EnvironmentProbes::processes);
        tell("ENVIRONMENT", EnvironmentProbes::environment);
        tell("PRIVILEGES", Privileges::of);
        tell("STARTING", Privileges::processes);
        tell("SYSTEM_CALLS", Privileges::filter);
        tell("OPEN_FILES", ResourceProbes::openFiles);
        tell("FILE_SIZE", ResourceProbes::fileSize);
        tell("DISK", ResourceProbes::disk);
        tell("HEAP", ResourceProbes::heap);
        tell("MEMORY", ResourceProbes::memory);
        tell("THREADS", ResourceProbes::threads);
        Runtime.getRuntime().halt(0);
    }

    private static void tell(String promise, Callable<ProbeOutcome> attempt) {
        ProbeOutcome finding;
        try {
            finding = attempt.call();
        } catch (Exception unforeseen) {
            finding = ProbeOutcome.broken("the attempt itself failed: " + unforeseen);
        }
        System.out.println("promise " + promise + (finding.held() ? " held " : " broken ") + finding.detail());
        System.out.flush();
    }
}
