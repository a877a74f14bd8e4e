package portzero.grader.run.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import portzero.grader.compile.Compiler;
import portzero.grader.limits.Limits;
import portzero.grader.result.TestVisibility;
import portzero.grader.run.protocol.Job;
import portzero.grader.run.protocol.SeedKey;
import portzero.grader.suite.Suite;
import portzero.grader.suite.TestCase;
import portzero.testkit.subject.ForkedRuntime;
import portzero.testkit.subject.SubjectRuntime;

/**
 * A lab's public tests, in this JVM, against a student's own work, whose classes run in another. They run as often as one
 * likes, and compiler and test engine stay warm. For one thread at a time, but for what says otherwise.
 */
public final class PublicTests {

    /** Of each lab. */
    private static final int ALL_POINTS = 100;

    private static final int SEED_LENGTH = 8;

    private final Suite suite;
    private final Path work;
    private final ForkedRuntime runtime;
    private final SubmissionCompiler compiler;
    private final SubmissionGrader grader;

    /**
     * Prepares the tests; makes all tests in this JVM run against that runtime. Whoever made the runtime closes it.
     *
     * @param work the folder with the student's files
     * @param limits only those that the tests themselves keep to
     */
    public PublicTests(Suite suite, Path work, ForkedRuntime runtime, Limits limits) {
        this.suite = suite;
        this.work = work;
        this.runtime = runtime;
        compiler = work.equals(suite.lab().mainSources())
                ? SubmissionCompiler.strict(suite, limits)
                : new SubmissionCompiler(suite, limits, Set.of());
        grader = new SubmissionGrader(
                suite, limits, runtime, ExclusiveAccess.OPEN, doing -> {}, SeedKey.random(), Set.of());
        SubjectRuntime.use(runtime);
    }

    /** A seed nobody has chosen, short enough to be typed. */
    public static String newSeed() {
        return SeedKey.random().hex().substring(0, SEED_LENGTH);
    }

    /** The tests that students have, by task. */
    public List<TestCase> all() {
        return suite.tests().stream()
                .filter(test -> test.visibility() == TestVisibility.PUBLIC)
                .sorted(Comparator.comparingInt(TestCase::task))
                .toList();
    }

    public Suite suite() {
        return suite;
    }

    /** The folder with the student's files. */
    public Path work() {
        return work;
    }

    /** What the tests are worth that students do not have; in a handout those are not there. */
    public int hiddenPoints() {
        return ALL_POINTS - all().stream().mapToInt(TestCase::points).sum();
    }

    /** Reads and compiles the work as it is now. A fault of it is part of the answer. */
    public CompiledSubmission compile() {
        return compiler.prepare(new Job(
                suite.lab().id(),
                "me",
                "me",
                List.of(Job.Layer.of(work.toString())),
                Compiler.RELEASE,
                List.of(),
                null));
    }

    /**
     * Runs tests, in this order, against work that was compiled.
     *
     * @param seed what random choices are drawn from, 1 to 32 hexadecimal digits
     */
    public void run(CompiledSubmission work, List<TestCase> tests, String seed, TestFollower follower) {
        grader.run(work.classes(), seed, tests, follower);
    }

    /** Starts JVMs for the next run, for later runs to begin at once. */
    public void prepareSpares() {
        try {
            runtime.prepareSpare();
        } catch (IOException failed) {
            // and the next run will say so
        }
    }

    /** Ends the student's program, so that the test that runs now soon ends. May be called from any thread. */
    public void endProgram() {
        runtime.abort();
    }
}
