package portzero.grader.run.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import portzero.grader.compile.Compiler;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;
import portzero.grader.limits.LimitSetting;
import portzero.grader.limits.Limits;
import portzero.grader.run.protocol.GraderException;
import portzero.grader.run.protocol.Job;
import portzero.grader.run.protocol.Message;
import portzero.grader.run.protocol.MessageChannel;
import portzero.grader.sandbox.CommandResult;
import portzero.grader.sandbox.Launcher;
import portzero.grader.sandbox.Sandbox;
import portzero.grader.sandbox.SandboxKind;
import portzero.grader.sandbox.SandboxUnavailableException;
import portzero.grader.sandbox.Sandboxes;
import portzero.grader.sandbox.SharedTempDir;
import portzero.grader.sandbox.SubjectSpec;
import portzero.grader.suite.Suite;
import portzero.grader.suite.SuiteBuild;
import portzero.grader.suite.SuiteException;
import portzero.grader.suite.TestCase;
import portzero.testkit.host.Host;
import portzero.testkit.subject.ForkedRuntime;
import portzero.testkit.subject.HostJar;
import portzero.testkit.subject.SubjectRuntime;

/**
 * Does once, with the course's own solutions, what a worker does, so that the JVM can list the classes that this takes; and makes
 * the archive for submissions' JVMs of what theirs have loaded. Called by the launcher after the grader was built.
 *
 * <p>What fails only leaves an archive unmade or incomplete: nothing depends on it but time.
 */
public final class ArchiveTraining {

    /** The labs together use most of what the JDK has for sockets, threads and text. */
    private static final List<String> LABS = List.of("echo", "selector", "udp", "threads");

    private static final String CLASSES = "classes-";
    private static final String ALL_CLASSES = "classes";
    private static final String ARCHIVE = "archive";

    /** A JVM that writes an archive takes more room than one that runs a submission; both are the most that can be set. */
    private static final Limits ROOMY =
            Limits.DEFAULT.with(LimitSetting.FILE_SIZE, 1L << 30).with(LimitSetting.ADDRESS_SPACE, 64L << 30);

    private final Sandbox sandbox;
    private final Path output;
    private final Path jar;
    private final List<Process> subjects = new ArrayList<>();

    private ArchiveTraining(Sandbox sandbox, Path output, Path jar) {
        this.sandbox = sandbox;
        this.output = output;
        this.jar = jar;
    }

    /**
     * Trains and makes the archive.
     *
     * @param arguments the file to write the archive for submissions' JVMs to
     */
    public static void main(String[] arguments) throws Exception {
        try (SharedTempDir shared = SharedTempDir.create()) {
            Path output = shared.sharedFolder("output");
            Path jar = shared.add("host.jar", HostJar::write);
            ArchiveTraining training = new ArchiveTraining(sandbox(shared), output, jar);
            training.run(Course.here());
            training.dump(Path.of(arguments[0]));
        }
        Runtime.getRuntime().halt(0);
    }

    private static Sandbox sandbox(SharedTempDir shared) throws SandboxUnavailableException {
        Path javaHome = Path.of(System.getProperty("java.home"));
        try {
            return Sandboxes.detect(javaHome, shared);
        } catch (SandboxUnavailableException missing) {
            return Sandboxes.of(SandboxKind.NONE, javaHome, shared);
        }
    }

    private void run(Course course) throws CourseException, SuiteException, IOException, InterruptedException {
        try (ForkedRuntime runtime = new ForkedRuntime(this::start)) {
            SubjectRuntime.use(runtime);
            for (Lab lab : course.labs()) {
                if (LABS.contains(lab.name())) {
                    run(lab, runtime);
                }
            }
        }
    }

    private void run(Lab lab, ForkedRuntime runtime) throws SuiteException, IOException, InterruptedException {
        Suite suite = SuiteBuild.of(lab);
        Path solution = lab.solutions().resolve("src/main/java");
        String source = (Files.isDirectory(solution) ? solution : lab.mainSources()).toString();
        Job job = new Job(
                lab.id(), "training", "training", List.of(Job.Layer.of(source)), Compiler.RELEASE, List.of(), null);
        CompiledSubmission prepared = new SubmissionCompiler(suite, Limits.DEFAULT, Set.of()).prepare(job);
        runtime.load(prepared.classes());
        new TestRunner(Limits.DEFAULT, true).run(suite.tests(), new TestRunner.Watcher() {
            @Override
            public void begins(TestCase test) {}

            @Override
            public boolean ended(TestCase test, TestAttempt ran) {
                exchange(new Message.Grade(job));
                return true;
            }
        });
        for (Process subject : subjects) {
            subject.getOutputStream().close(); // its end: only a JVM that ends by itself leaves a whole list
            subject.waitFor();
        }
        subjects.clear();
    }

    /** Sends a message and receives it. */
    private static void exchange(Message message) {
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            new MessageChannel(InputStream.nullInputStream(), line).send(message);
            new MessageChannel(new ByteArrayInputStream(line.toByteArray()), line).receive();
        } catch (IOException impossible) {
            throw new GraderException("a message that cannot be read", impossible);
        }
    }

    private Process start() throws IOException {
        List<String> command = trusted("-XX:DumpLoadedClassList=" + Sandbox.OUTPUT + "/" + CLASSES + System.nanoTime())
                .orElseGet(() -> sandbox.subject(spec(List.of())));
        Process subject = Launcher.start(new ProcessBuilder(command));
        subjects.add(subject);
        return subject;
    }

    private Optional<List<String>> trusted(String... options) {
        return sandbox.trusted(spec(List.of(options)), output);
    }

    private SubjectSpec spec(List<String> options) {
        return new SubjectSpec(
                Path.of(System.getProperty("java.home")), jar, null, Host.class.getName(), options, List.of(), ROOMY);
    }

    private void dump(Path archive) throws IOException {
        Files.write(output.resolve(ALL_CLASSES), classes());
        Optional<List<String>> command = trusted(
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + Sandbox.OUTPUT + "/" + ALL_CLASSES,
                "-XX:SharedArchiveFile=" + Sandbox.OUTPUT + "/" + ARCHIVE);
        if (command.isPresent() && CommandResult.run(command.get()).succeeded()) {
            Files.copy(output.resolve(ARCHIVE), archive);
        }
    }

    private Set<String> classes() throws IOException {
        Set<String> classes = new LinkedHashSet<>();
        try (Stream<Path> lists = Files.list(output)) {
            for (Path list : lists.sorted().toList()) {
                classes.addAll(Files.readAllLines(list));
            }
        }
        return classes;
    }
}
