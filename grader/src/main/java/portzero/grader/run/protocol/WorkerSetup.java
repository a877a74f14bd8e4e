package portzero.grader.run.protocol;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a worker is told once, before its first job.
 *
 * @param home the checkout's root folder
 * @param subject the command that starts a subject JVM in its sandbox
 * @param suites the suites that jobs may name
 * @param limits what submissions may use, by key
 * @param seedKey see {@link SeedKey}
 * @param without what is switched off
 */
public record WorkerSetup(
        String home,
        List<String> subject,
        List<BuiltSuite> suites,
        Map<String, Long> limits,
        String seedKey,
        Set<Optimisation> without) {

    public WorkerSetup {
        subject = List.copyOf(subject);
        suites = List.copyOf(suites);
        limits = Map.copyOf(limits);
        without = Set.copyOf(without);
    }

    /**
     * A suite that is compiled already.
     *
     * @param lab the lab's id
     * @param digest the suite's digest
     * @param folder where its classes lie
     */
    public record BuiltSuite(String lab, String digest, String folder) {}
}
