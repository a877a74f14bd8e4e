package portzero.grader.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import portzero.grader.limits.Limits;
import portzero.grader.limits.Setting;
import portzero.grader.score.Outcome;
import portzero.grader.score.Result;
import portzero.grader.score.TestResult;
import portzero.grader.score.Verdict;
import portzero.grader.suite.Suite;
import portzero.grader.suite.TestCase;
import portzero.testkit.Deadlines;
import portzero.testkit.subject.ClassFile;
import portzero.testkit.subject.ForkedRuntime;

/**
 * Grades one submission: read, compile, run each test, run those again alone whose outcome is in doubt, add up.
 *
 * <p>The result depends on the submission, the suite, the limits and the run's key for seeds alone. Keeps its compiler and test engine warm. Not
 * thread-safe.
 */
final class Grading {

    /** Random choices of tests are drawn from this. */
    private static final String SEED = "portzero.seed";

    /** How much longer the deadlines are when a test runs again alone on a machine that is busy all the same. */
    private static final int PATIENCE = 2;

    /** So many tests whose program was killed are run again; more than a few of one submission's are its own doing. */
    private static final int MOST_KILLED = 3;

    /** What a worker says that it is doing while it compiles. */
    static final String COMPILE = "compile";

    private final Suite suite;
    private final Limits limits;
    private final Preparation preparation;
    private final ForkedRuntime runtime;
    private final Gate gate;
    private final Consumer<String> progress;
    private final TestRunner runner;
    private final Set<Optimisation> without;
    private final SeedKey seeds;

    /**
     * @param seeds what random choices depend on beside the submission
     * @param without what is switched off
     */
    Grading(
            Suite suite,
            Limits limits,
            ForkedRuntime runtime,
            Gate gate,
            Consumer<String> progress,
            SeedKey seeds,
            Set<Optimisation> without) {
        this.seeds = seeds;
        this.suite = suite;
        this.limits = limits;
        this.without = Set.copyOf(without);
        preparation = new Preparation(suite, limits, without);
        runner = new TestRunner(limits, !without.contains(Optimisation.LATENESS));
        this.runtime = runtime;
        this.gate = gate;
        this.progress = progress;
    }

    /** Grades a submission. */
    Message grade(Job job) {
        long start = System.nanoTime();
        progress.accept(COMPILE);
        Prepared prepared = preparation.prepare(job);
        if (new Job.Known(prepared.digest(), suite.digest()).equals(job.known())) {
            return new Message.Unchanged();
        }
        String seed = seeds.seed(prepared.digest(), suite.digest());
        List<TestResult> tests =
                prepared.refusal() == null ? run(prepared.classes(), seed, test -> true, result -> {}) : List.of();
        return new Message.Done(result(job, prepared, seed, tests, start));
    }

    /** Runs the chosen tests against compiled classes. */
    List<TestResult> run(
            List<ClassFile> classes, String seed, Predicate<TestCase> chosen, Consumer<TestResult> watcher) {
        System.setProperty(SEED, seed);
        runtime.load(classes);
        WallClock clock = WallClock.start(limits);
        List<TestCase> tests = suite.tests().stream().filter(chosen).toList();
        List<Ran> ran = once(tests, clock, watcher);
        List<TestResult> results = again(ran, clock, watcher);
        runtime.retire();
        return results;
    }

    private List<Ran> once(List<TestCase> tests, WallClock clock, Consumer<TestResult> watcher) {
        Map<TestCase, Ran> ran = new HashMap<>();
        TestRunner.Watcher collector = new TestRunner.Watcher() {
            @Override
            public void begins(TestCase test) {
                progress.accept(test.id());
            }

            @Override
            public boolean ended(TestCase test, Ran one) {
                ran.put(test, one);
                if (!one.doubtful()) {
                    watcher.accept(one.result());
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

    private static Ran ran(@Nullable Ran ran, TestCase test, WallClock clock) {
        if (ran != null) {
            return ran;
        }
        if (!clock.isUp()) {
            throw new GraderFault(test.id() + " was not run");
        }
        return clock.notRun(test);
    }

    private List<TestResult> again(List<Ran> ran, WallClock clock, Consumer<TestResult> watcher) {
        if (ran.stream().noneMatch(Ran::doubtful)) {
            return ran.stream().map(Ran::result).toList();
        }
        progress.accept("waiting to be alone");
        gate.waitToBeAlone();
        ProvenLateness proven = new ProvenLateness();
        Set<Ran> excused = ran.stream()
                .filter(one -> one.doubt() == Ran.Doubt.KILLED)
                .limit(MOST_KILLED)
                .collect(Collectors.toSet());
        return ran.stream()
                .map(one -> one.doubtful() ? again(one, excused, proven, clock, watcher) : one.result())
                .toList();
    }

    private TestResult again(
            Ran first, Set<Ran> excused, ProvenLateness proven, WallClock clock, Consumer<TestResult> watcher) {
        boolean counts = proven.covers(first) || (first.doubt() == Ran.Doubt.KILLED && !excused.contains(first));
        TestResult result = counts ? first.result() : alone(first, proven, clock);
        watcher.accept(result);
        return result;
    }

    private TestResult alone(Ran first, ProvenLateness proven, WallClock clock) {
        TestCase test = suite.tests().stream()
                .filter(candidate -> candidate.id().equals(first.result().id()))
                .findFirst()
                .orElseThrow();
        progress.accept(test.id() + " alone");
        Ran last = lastAlone(first, test, clock);
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
    private Ran lastAlone(Ran first, TestCase test, WallClock clock) {
        if (first.doubt() == Ran.Doubt.LATE && !without.contains(Optimisation.LATENESS)) {
            Ran alone = runUnlessUp(test, clock);
            if (!alone.doubtful()) {
                return alone;
            }
        }
        Ran last = runWithMoreTime(test, clock);
        // Killed for the first time: what it would have done alone is not known.
        return last.doubt() == Ran.Doubt.KILLED && first.doubt() != Ran.Doubt.KILLED
                ? runWithMoreTime(test, clock)
                : last;
    }

    private Ran runUnlessUp(TestCase test, WallClock clock) {
        if (clock.isUp()) {
            return clock.notRun(test);
        }
        runtime.renew();
        gate.clearNetwork();
        return runner.run(test);
    }

    private Ran runWithMoreTime(TestCase test, WallClock clock) {
        String usual = System.getProperty(Deadlines.SCALE);
        System.setProperty(Deadlines.SCALE, Long.toString(PATIENCE * limits.of(Setting.DEADLINES)));
        try {
            return runUnlessUp(test, clock);
        } finally {
            restore(usual);
        }
    }

    private static void restore(@Nullable String usual) {
        if (usual == null) {
            System.clearProperty(Deadlines.SCALE);
        } else {
            System.setProperty(Deadlines.SCALE, usual);
        }
    }

    private Result result(Job job, Prepared prepared, String seed, List<TestResult> tests, long start) {
        Verdict refusal = prepared.refusal();
        return new Result(
                Result.SCHEMA,
                job.lab(),
                job.student(),
                job.name(),
                prepared.digest(),
                suite.digest(),
                refusal == null ? Verdict.GRADED : refusal,
                prepared.reason(),
                tests.stream().mapToInt(TestResult::points).sum(),
                suite.points(),
                Math.round((System.nanoTime() - start) / 1e6) / 1e3,
                seed,
                tests,
                prepared.diagnostics());
    }
}
