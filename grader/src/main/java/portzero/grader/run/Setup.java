package portzero.grader.run;

import java.util.List;

/**
 * What a worker is told once, before its first job.
 *
 * @param home the checkout's root folder
 * @param subject the command that starts a subject JVM in its sandbox
 * @param suites the suites that jobs may name
 */
record Setup(String home, List<String> subject, List<BuiltSuite> suites) {

    Setup {
        subject = List.copyOf(subject);
        suites = List.copyOf(suites);
    }

    /**
     * A suite that is compiled already.
     *
     * @param lab the lab's id
     * @param digest the suite's digest
     * @param folder where its classes lie
     */
    record BuiltSuite(String lab, String digest, String folder) {}
}
