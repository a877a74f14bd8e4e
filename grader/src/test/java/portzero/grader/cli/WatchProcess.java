package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import portzero.grader.course.Course;

/** A command for students in a JVM of its own, whose output is waited for line by line. */
final class WatchProcess implements AutoCloseable {

    /** Far beyond what any step takes. */
    private static final long PATIENCE = 120;

    private static final String END = "(end of output)";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();

    private WatchProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a command in a course, with a folder of its own for what it remembers outside. */
    static WatchProcess start(Path course, Path user, Object... args) throws IOException {
        return start(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()), course, user, args);
    }

    /** The same with a keyboard that {@link #type} types on. */
    static WatchProcess withKeyboard(Path course, Path user, Object... args) throws IOException {
        return start(ProcessBuilder.Redirect.PIPE, course, user, args);
    }

    private static WatchProcess start(ProcessBuilder.Redirect input, Path course, Path user, Object... args)
            throws IOException {
        List<String> command = new ArrayList<>();
        // Whoever runs the build in the background has told it to ignore Ctrl-C, and would hand that down.
        command.addAll(List.of("env", "--default-signal=INT"));
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8"));
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Duser.home=" + user, "-D" + Course.HOME + "=" + course));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LabCommand.class.getName()));
        Arrays.stream(args).map(Object::toString).forEach(command::add);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(input)
                .start();
        return new WatchProcess(process);
    }

    private void read() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            in.lines().forEach(lines::add);
        } catch (IOException gone) {
            // the process was killed
        }
        lines.add(END);
    }

    /** Waits for a line with this text; gives all lines since the last one that was waited for. */
    String await(String text) throws InterruptedException {
        List<String> passed = new ArrayList<>();
        while (true) {
            @Nullable String line = lines.poll(PATIENCE, TimeUnit.SECONDS);
            assertThat(line)
                    .as("a line with “" + text + "” after\n" + String.join("\n", seen))
                    .isNotNull();
            seen.add(line);
            passed.add(line);
            if (line.contains(text)) {
                return String.join("\n", passed);
            }
            assertThat(line).as(text + "\n" + String.join("\n", seen)).isNotEqualTo(END);
        }
    }

    /** Saves a file as many editors do: beside it first, and then in its place. */
    static void save(Path file, String text) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + "~");
        Files.writeString(beside, text);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Presses a key. */
    void type(char key) throws IOException {
        process.getOutputStream().write(key);
        process.getOutputStream().flush();
    }

    /** Types a line and Enter. */
    void enter(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Ends its input. */
    void endInput() throws IOException {
        process.getOutputStream().close();
    }

    /** Ends it as Ctrl-C does; gives its exit code. */
    int interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start().waitFor();
        return end();
    }

    /** Waits for its end; gives its exit code. */
    int end() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).as("it ends").isTrue();
        return process.exitValue();
    }

    /** The JVMs that it has started. */
    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
