package portzero.grader.run.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import portzero.grader.compile.Compiler;
import portzero.grader.course.Course;
import portzero.grader.course.Lab;
import portzero.grader.limits.Limits;
import portzero.grader.run.coordinator.Coordinator;
import portzero.grader.run.coordinator.WorkerProcess;
import portzero.grader.run.protocol.Job;
import portzero.grader.sandbox.Launcher;
import portzero.grader.sandbox.Sandbox;
import portzero.grader.sandbox.SandboxKind;
import portzero.grader.sandbox.Sandboxes;
import portzero.grader.sandbox.SharedTempDir;
import portzero.grader.suite.Suite;
import portzero.grader.suite.SuiteBuild;
import portzero.grader.suite.TestCase;
import portzero.testkit.subject.ForkedRuntime;
import portzero.testkit.subject.SubjectRuntime;

/**
 * Says where the time of one worker goes: wall and processor time of each phase of a submission, worker and submission's
 * JVM apart.
 *
 * <p>Does what a worker does, with the worker's own parts, in the worker's own sandbox, but one submission after another and
 * with a clock between the parts. Tests are not run again. Arguments: lab, program (may be empty), rounds, and whether to tell
 * each test.
 */
public final class WorkerProfile {

    private static final String SUBJECT = "portzero.profile.subject";
    private static final String SEPARATOR = "\u0001";
    private static final int WARM_UP = 10;

    private final Phases phases = new Phases();
    private final List<Process> subjects = new ArrayList<>();
    private final boolean eachTest;

    private WorkerProfile(boolean eachTest) {
        this.eachTest = eachTest;
    }

    public static void main(String[] args) throws Exception {
        Lab lab = Course.here().lab(args[0]);
        if (System.getProperty(SUBJECT) == null) {
            inWorkersSandbox(lab, args);
            return;
        }
        new WorkerProfile(Boolean.parseBoolean(args[3])).run(lab, folders(lab, args[1]), Integer.parseInt(args[2]));
        Runtime.getRuntime().halt(0);
    }

    private static void inWorkersSandbox(Lab lab, String[] args) throws Exception {
        folders(lab, args[1]);
        SuiteBuild.of(lab);
        try (SharedTempDir shared = SharedTempDir.create()) {
            Sandbox sandbox = Sandboxes.of(SandboxKind.BUBBLEWRAP, Path.of(System.getProperty("java.home")), shared);
            List<String> command = new ArrayList<>();
            command.add(ProcessHandle.current().info().command().orElse("java"));
            command.addAll(WorkerProcess.FLAGS);
            command.addAll(List.of(
                    "-D" + Course.HOME + "=" + System.getProperty(Course.HOME),
                    "-D" + SUBJECT + "="
                            + String.join(SEPARATOR, Coordinator.subject(sandbox, Limits.DEFAULT, shared))));
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), WorkerProfile.class.getName()));
            command.addAll(List.of(args));
            int code = new ProcessBuilder(sandbox.worker(command))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("The profiled worker ended with exit code " + code);
            }
        }
    }

    /** Where the program lies; a file of an earlier folder wins. */
    private static List<String> folders(Lab lab, String program) {
        Path reference = lab.solutions().resolve("src/main/java");
        if (program.isEmpty()) {
            return List.of(reference.toString());
        }
        for (String sort : List.of("mistakes", "alternatives")) {
            Path folder = lab.solutions().resolve(sort).resolve(program);
            if (Files.isDirectory(folder)) {
                return List.of(folder.toString(), reference.toString());
            }
        }
        throw new IllegalArgumentException("There is no mistake or alternative " + program + " in " + lab.solutions());
    }

    private void run(Lab lab, List<String> folders, int rounds) throws Exception {
        List<String> command = List.of(System.getProperty(SUBJECT).split(SEPARATOR));
        Suite suite = SuiteBuild.of(lab);
        SubmissionCompiler preparation = new SubmissionCompiler(suite, Limits.DEFAULT, Set.of());
        TestRunner runner = new TestRunner(Limits.DEFAULT, true);
        Job job = new Job(
                lab.id(),
                "profile",
                "profile",
                folders.stream().map(Job.Layer::of).toList(),
                Compiler.RELEASE,
                List.of(),
                null);
        try (ForkedRuntime runtime = new ForkedRuntime(() -> started(command))) {
            runtime.prepareSpare();
            SubjectRuntime.use(runtime);
            for (int round = -WARM_UP; round < rounds; round++) {
                if (round == 0) {
                    phases.clear();
                }
                grade(suite, preparation.prepare(time(job)), runtime, runner);
            }
        }
        phases.print(rounds);
    }

    private Job time(Job job) {
        phases.begin();
        return job;
    }

    private void grade(Suite suite, CompiledSubmission prepared, ForkedRuntime runtime, TestRunner runner) {
        phases.end("worker: read and compile");
        runtime.load(prepared.classes());
        phases.end("worker: the last JVM ends");
        runtime.begin().close();
        phases.end("worker: waits for the JVM");
        int first = subjects.size() - 2; // the last one is the spare
        phases.addUsed("submission: start of its JVM", ProcessTime.of(subjects.get(first)));
        phases.begin();
        runner.run(suite.tests(), watcher());
        phases.end("worker: between tests");
        for (Process subject : subjects.subList(first, subjects.size() - 1)) {
            phases.addUsed(
                    "submission: all of its JVMs", ProcessTime.of(subject)); // those that have ended count for nothing
        }
        phases.begin();
        runtime.retire();
        phases.end("worker: retires the JVM");
        subjects.subList(0, subjects.size() - 1).clear();
    }

    private TestRunner.Watcher watcher() {
        return new TestRunner.Watcher() {
            @Override
            public void begins(TestCase test) {
                phases.end("worker: between tests");
            }

            @Override
            public boolean ended(TestCase test, TestAttempt ran) {
                phases.end(
                        eachTest
                                ? "  " + test.id() + " " + ran.result().outcome() + (ran.doubtful() ? ", in doubt" : "")
                                : "worker: tests that end as " + ran.result().outcome());
                return true;
            }
        };
    }

    private Process started(List<String> command) throws IOException {
        Process process = Launcher.start(new ProcessBuilder(command));
        subjects.add(process);
        return process;
    }
}
