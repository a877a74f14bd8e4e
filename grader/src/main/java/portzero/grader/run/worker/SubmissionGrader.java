package portzero.grader.run.worker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import portzero.grader.limits.LimitSetting;
import portzero.grader.limits.Limits;
import portzero.grader.result.Grade;
import portzero.grader.result.Outcome;
import portzero.grader.result.Result;
import portzero.grader.result.SubmissionInfo;
import portzero.grader.result.TestResult;
import portzero.grader.result.Verdict;
import portzero.grader.run.protocol.GraderException;
import portzero.grader.run.protocol.Job;
import portzero.grader.run.protocol.Message;
import portzero.grader.run.protocol.Optimisation;
import portzero.grader.run.protocol.SeedKey;
import portzero.grader.suite.Suite;
import portzero.grader.suite.TestCase;
import portzero.testkit.subject.ClassFile;
import portzero.testkit.subject.ForkedRuntime;

/**
 * Grades one submission: read, compile, run each test, run those again alone whose outcome is in doubt, add up.
 *
 * <p>The result depends on the submission, the suite, the limits and the run's key for seeds alone. Keeps its compiler and test engine warm. Not
 * thread-safe.
 */
public final class SubmissionGrader {

    /** Random choices of tests are drawn from this. */
    static final String SEED = "portzero.seed";

    /** How much longer the deadlines are when a test runs again alone on a machine that is busy all the same. */
    private static final int PATIENCE = 2;

    /** So many tests whose program was killed are run again; more than a few of one submission's are its own doing. */
    private static final int MOST_KILLED = 3;

    /** What a worker says that it is doing while it compiles. */
    public static final String COMPILE = "compile";

    private final Suite suite;
    private final Limits limits;
    private final SubmissionCompiler preparation;
    private final ForkedRuntime runtime;
    private final ExclusiveAccess access;
    private final Consumer<String> progress;
    private final TestRunner runner;
    private final Set<Optimisation> without;
    private final SeedKey seeds;

    /**
     * @param seeds what random choices depend on beside the submission
     * @param without what is switched off
     */
    SubmissionGrader(
            Suite suite,
            Limits limits,
            ForkedRuntime runtime,
            ExclusiveAccess access,
            Consumer<String> progress,
            SeedKey seeds,
            Set<Optimisation> without) {
        this.seeds = seeds;
        this.suite = suite;
        this.limits = limits;
        this.without = Set.copyOf(without);
        preparation = new SubmissionCompiler(suite, limits, without);
        runner = new TestRunner(limits, !without.contains(Optimisation.LATENESS));
        this.runtime = runtime;
        this.access = access;
        this.progress = progress;
    }

    /** Grades a submission. */
    Message grade(Job job) {
        long start = System.nanoTime();
        progress.accept(COMPILE);
        CompiledSubmission prepared = preparation.prepare(job);
        if (new Job.Known(prepared.digest(), suite.digest()).equals(job.known())) {
            return new Message.Unchanged();
        }
        String seed = seeds.seed(prepared.digest(), suite.digest());
        List<TestResult> tests = prepared.refusal() == null
                ? run(prepared.classes(), seed, suite.tests(), TestFollower.patient(result -> {}))
                : List.of();
        return new Message.Done(result(job, prepared, seed, tests, start));
    }

    /** Runs tests against compiled classes, in this order. */
    List<TestResult> run(List<ClassFile> classes, String seed, List<TestCase> tests, TestFollower follower) {
        System.setProperty(SEED, seed);
        runtime.load(classes);
        WallClockBudget clock = WallClockBudget.start(limits, follower.stopped());
        List<TestAttempt> ran = once(tests, clock, follower);
        List<TestResult> results = again(ran, clock, follower.results());
        runtime.retire();
        return results;
    }

    private List<TestAttempt> once(List<TestCase> tests, WallClockBudget clock, TestFollower follower) {
        Map<TestCase, TestAttempt> ran = new HashMap<>();
        TestRunner.Watcher collector = new TestRunner.Watcher() {
            @Override
            public void begins(TestCase test) {
                progress.accept(test.id());
            }

            @Override
            public boolean ended(TestCase test, TestAttempt attempt) {
                TestAttempt one = follower.settled(attempt);
                ran.put(test, one);
                if (!one.doubtful()) {
                    follower.results().accept(one.result());
                }
                return !clock.isUp();
            }
        };
        if (without.contains(Optimisation.ONE_LAUNCH)) {
            tests.stream().takeWhile(test -> !clock.isUp()).forEach(test -> runner.run(List.of(test), collector));
        } else {
            runner.run(tests, collector);
        }
        return tests.stream().map(test -> ran(ran.get(test), test, clock)).toList();
    }

    private static TestAttempt ran(@Nullable TestAttempt ran, TestCase test, WallClockBudget clock) {
        if (ran != null) {
            return ran;
        }
        if (!clock.isUp()) {
            throw new GraderException(test.id() + " was not run");
        }
        return clock.notRun(test);
    }

    private List<TestResult> again(List<TestAttempt> ran, WallClockBudget clock, Consumer<TestResult> watcher) {
        if (ran.stream().noneMatch(TestAttempt::doubtful)) {
            return ran.stream().map(TestAttempt::result).toList();
        }
        progress.accept("waiting to be alone");
        access.waitToBeAlone();
        RepeatedDeadlineMiss proven = new RepeatedDeadlineMiss();
        Set<TestAttempt> excused = ran.stream()
                .filter(one -> one.doubt() == TestAttempt.Doubt.KILLED)
                .limit(MOST_KILLED)
                .collect(Collectors.toSet());
        return ran.stream()
                .map(one -> one.doubtful() ? again(one, excused, proven, clock, watcher) : one.result())
                .toList();
    }

    private TestResult again(
            TestAttempt first,
            Set<TestAttempt> excused,
            RepeatedDeadlineMiss proven,
            WallClockBudget clock,
            Consumer<TestResult> watcher) {
        boolean counts =
                proven.covers(first) || (first.doubt() == TestAttempt.Doubt.KILLED && !excused.contains(first));
        TestResult result = counts ? first.result() : alone(first, proven, clock);
        watcher.accept(result);
        return result;
    }

    private TestResult alone(TestAttempt first, RepeatedDeadlineMiss proven, WallClockBudget clock) {
        TestCase test = suite.tests().stream()
                .filter(candidate -> candidate.id().equals(first.result().id()))
                .findFirst()
                .orElseThrow();
        progress.accept(test.id() + " alone");
        TestAttempt last = lastAlone(first, test, clock);
        if (last.result().outcome() == Outcome.PASSED) {
            return FlakyResult.of(first.result(), last.result());
        }
        proven.add(first, last);
        return last.result();
    }

    /**
     * What the machine may have delayed has the usual time at first, so that a program which is late by itself is so whoever
     * ran beside it; if the machine is busy with something else even now, it has more.
     */
    private TestAttempt lastAlone(TestAttempt first, TestCase test, WallClockBudget clock) {
        if (first.doubt() == TestAttempt.Doubt.LATE && !without.contains(Optimisation.LATENESS)) {
            TestAttempt alone = runUnlessUp(test, clock);
            if (!alone.doubtful()) {
                return alone;
            }
        }
        TestAttempt last = runWithMoreTime(test, clock);
        // Killed for the first time: what it would have done alone is not known.
        return last.doubt() == TestAttempt.Doubt.KILLED && first.doubt() != TestAttempt.Doubt.KILLED
                ? runWithMoreTime(test, clock)
                : last;
    }

    private TestAttempt runUnlessUp(TestCase test, WallClockBudget clock) {
        if (clock.isUp()) {
            return clock.notRun(test);
        }
        runtime.renew();
        access.clearNetwork();
        return runner.run(test);
    }

    private TestAttempt runWithMoreTime(TestCase test, WallClockBudget clock) {
        return DeadlineScale.during(
                Long.toString(PATIENCE * limits.of(LimitSetting.DEADLINES)), () -> runUnlessUp(test, clock));
    }

    private Result result(Job job, CompiledSubmission prepared, String seed, List<TestResult> tests, long start) {
        Verdict refusal = prepared.refusal();
        return new Result(
                new SubmissionInfo(job.lab(), job.student(), job.name(), prepared.digest(), suite.digest(), seed),
                new Grade(
                        refusal == null ? Verdict.GRADED : refusal,
                        prepared.reason(),
                        tests.stream().mapToInt(TestResult::points).sum(),
                        suite.points()),
                (System.nanoTime() - start) / 1e9,
                tests,
                prepared.diagnostics());
    }
}
