package portzero.grader.run.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import portzero.grader.compile.Compiler;
import portzero.grader.limits.Limits;
import portzero.grader.result.TestResult;
import portzero.grader.result.TestVisibility;
import portzero.grader.run.protocol.Job;
import portzero.grader.run.protocol.SeedKey;
import portzero.grader.sandbox.Launcher;
import portzero.grader.suite.Suite;
import portzero.testkit.subject.ForkedRuntime;
import portzero.testkit.subject.SubjectRuntime;

/** Runs a lab's public tests against a student's own work, in this JVM; their classes run in another. */
public final class PublicTestRun {

    private final Suite suite;
    private final List<String> subject;

    /**
     * Prepares a run.
     *
     * @param subject the command that starts the JVM for the student's classes
     */
    public PublicTestRun(Suite suite, List<String> subject) {
        this.suite = suite;
        this.subject = List.copyOf(subject);
    }

    /**
     * Runs the tests that students have.
     *
     * @param work the folder with the student's files
     * @param watcher is given each result as soon as it is known
     * @return why nothing could be run; empty if it could
     */
    public List<String> run(Path work, Consumer<TestResult> watcher) {
        Job job = new Job(
                suite.lab().id(),
                "me",
                "me",
                List.of(Job.Layer.of(work.toString())),
                Compiler.RELEASE,
                List.of(),
                null);
        CompiledSubmission prepared = new SubmissionCompiler(suite, Limits.DEFAULT, Set.of()).prepare(job);
        if (prepared.refusal() != null) {
            List<String> reasons = new ArrayList<>(prepared.diagnostics());
            reasons.add(String.valueOf(prepared.reason()));
            return reasons;
        }
        try (ForkedRuntime runtime = new ForkedRuntime(() -> Launcher.start(new ProcessBuilder(subject)))) {
            SubjectRuntime.use(runtime);
            SeedKey seeds = SeedKey.random();
            String seed = seeds.seed("", suite.digest());
            new SubmissionGrader(suite, Limits.DEFAULT, runtime, ExclusiveAccess.OPEN, doing -> {}, seeds, Set.of())
                    .run(prepared.classes(), seed, test -> test.visibility() == TestVisibility.PUBLIC, watcher);
        }
        return List.of();
    }
}
