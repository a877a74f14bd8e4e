package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import portzero.grader.course.Course;

/** The grader in a JVM of its own, with a folder of its own for temporary files: what it leaves behind can be seen. */
final class GraderProcess implements AutoCloseable {

    /** The same in all runs, so that what they find can be compared. */
    static final String SEED_KEY = "0123456789abcdef0123456789abcdef";

    /** Far beyond what a step or a small class takes. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** Far beyond what one submission takes, one of those that run into deadlines, on a slow and busy machine. */
    private static final Duration PATIENCE_FOR_ONE = Duration.ofSeconds(30);

    /** How long the system may take to end the processes of a grader that was killed. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Process process;
    private final Path temporary;
    private final Path output;
    private final Set<ProcessHandle> started;

    private GraderProcess(Process process, Path temporary, Path output, Set<ProcessHandle> started) {
        this.process = process;
        this.temporary = temporary;
        this.output = output;
        this.started = started;
    }

    /** Starts a command on the checkout. */
    static GraderProcess start(Object... args) throws IOException {
        return startWith(System.getenv("PATH"), args);
    }

    /** Starts a command on the checkout that looks for programs in these folders. */
    static GraderProcess startWith(String path, Object... args) throws IOException {
        // Not a folder of the test engine's: whoever runs submissions as another user must be able to get in.
        Path temporary = Files.createTempDirectory("portzero-grader-");
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path output = Files.createTempFile("portzero-grader-", ".txt");
        return start(path, temporary, output, new HashSet<>(), args);
    }

    /** Starts a command on the checkout, by a JDK and in a locale; {@code null} for none at all. */
    static GraderProcess startIn(Path jdk, @Nullable String locale, Object... args) throws IOException {
        Path temporary = Files.createTempDirectory("portzero-grader-");
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path output = Files.createTempFile("portzero-grader-", ".txt");
        List<String> command = command(temporary, args);
        command.set(command.indexOf(java(Path.of(System.getProperty("java.home")))), java(jdk));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("LANG"));
        if (locale != null) {
            builder.environment().put("LC_ALL", locale);
        }
        return new GraderProcess(builder.start(), temporary, output, new HashSet<>());
    }

    private static String java(Path jdk) {
        return jdk.resolve("bin/java").toString();
    }

    /** Starts another command in the place of this one, which has ended. */
    GraderProcess again(Object... args) throws IOException {
        return start(System.getenv("PATH"), temporary, output, started, args);
    }

    private static GraderProcess start(
            String path, Path temporary, Path output, Set<ProcessHandle> started, Object... args) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(temporary, args))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().put("PATH", path);
        return new GraderProcess(builder.start(), temporary, output, started);
    }

    /** The command line that runs a command of the grader's. */
    static List<String> command(Path temporary, Object... args) {
        List<String> command = new ArrayList<>();
        // Whoever runs the build in the background has told it to ignore Ctrl-C, and would hand that down.
        command.addAll(List.of("env", "--default-signal=INT"));
        command.add(java(Path.of(System.getProperty("java.home"))));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-Dportzero.seed-key=" + SEED_KEY);
        command.add("-D" + Course.HOME + "=" + CourseHome.HOME);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LabCommand.class.getName()));
        Stream.of(args).map(Object::toString).forEach(command::add);
        return command;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends it a signal, as a user does. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                .start()
                .waitFor();
    }

    /** The processes that it has started and whose command line has a word in it. */
    List<ProcessHandle> children(String word) {
        return process.descendants()
                .filter(handle -> commandLine(handle).contains(word))
                .toList();
    }

    /** How much memory it has, in bytes; 0 when it has ended. */
    long memory() {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }

    /** Waits for the end, and watches meanwhile what is started. */
    int await() throws InterruptedException {
        return await(0);
    }

    /** Waits for the end as long as so many submissions may take, and watches meanwhile what is started. */
    int await(int submissions) throws InterruptedException {
        Duration patience = PATIENCE.plus(PATIENCE_FOR_ONE.multipliedBy(submissions));
        await("the end of the command", patience, () -> !process.isAlive());
        return process.exitValue();
    }

    /** Waits until something has happened, and watches meanwhile what is started. */
    void await(String what, BooleanSupplier happened) throws InterruptedException {
        await(what, PATIENCE, happened);
    }

    private void await(String what, Duration patience, BooleanSupplier happened) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as(what + " within " + patience).isNegative();
            process.descendants().forEach(started::add);
            boolean ended = process.waitFor(20, TimeUnit.MILLISECONDS);
            assertThat(ended && !happened.getAsBoolean())
                    .withFailMessage(() -> "ended before " + what + ":\n" + output())
                    .isFalse();
        }
    }

    /** Ends it at once, as kill -9 does. */
    void kill() throws InterruptedException {
        process.descendants().forEach(started::add);
        process.destroyForcibly();
        process.waitFor();
    }

    /** Fails if any process that was seen is still there a while after the end. */
    void expectNoProcessLeft() throws InterruptedException {
        expectNoProcessLeft(GRACE);
    }

    private void expectNoProcessLeft(Duration grace) throws InterruptedException {
        assertThat(started).as("processes that were seen").isNotEmpty();
        long end = System.nanoTime() + grace.toNanos();
        for (ProcessHandle handle : started) {
            // Not onExit(): it does not notice when another process has got the same number.
            while (handle.isAlive()) {
                assertThat(System.nanoTime() - end)
                        .as("still there: " + commandLine(handle))
                        .isNegative();
                Thread.sleep(20);
            }
        }
    }

    /** Fails if a temporary file of it is left, or a process that names one. */
    void expectNothingLeft() throws IOException, InterruptedException {
        expectNothingLeft(GRACE);
    }

    /** The same for somebody who knows how long the end of what is left may take. */
    void expectNothingLeft(Duration grace) throws IOException, InterruptedException {
        orphans().forEach(started::add); // started between two looks; whoever is being killed may take a moment
        expectNoProcessLeft(grace);
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files).isEmpty();
        }
        assertThat(orphans().map(GraderProcess::commandLine)).isEmpty();
        assertThat(Files.readAllLines(Path.of("/proc/self/mountinfo")))
                .noneMatch(mount -> mount.contains(temporary.toString()));
    }

    /** Processes that are no longer its descendants, and that its files tell from others'. */
    Stream<ProcessHandle> orphans() {
        return ProcessHandle.allProcesses().filter(this::namesMyFiles);
    }

    private boolean namesMyFiles(ProcessHandle handle) {
        return commandLine(handle).contains(temporary.toString());
    }

    private static String commandLine(ProcessHandle handle) {
        try {
            Path commandLine = Path.of("/proc", Long.toString(handle.pid()), "cmdline");
            return Files.readString(commandLine, StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }

    /** What it has printed. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        for (ProcessHandle handle : started) {
            // A JVM that somebody attached to, and that was killed, leaves its socket behind.
            Files.deleteIfExists(Path.of("/tmp/.java_pid" + handle.pid()));
        }
        Files.deleteIfExists(output);
        try (Stream<Path> files = Files.walk(temporary)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
