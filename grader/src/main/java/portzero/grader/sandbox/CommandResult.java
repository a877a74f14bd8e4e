package portzero.grader.sandbox;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A short trusted command that has ended.
 *
 * @param exitCode as the operating system gave it; 124 when it did not end within ten seconds
 * @param output standard output and standard error, the first 64 KiB
 */
public record CommandResult(int exitCode, String output) {
    private static final int MOST = 64 * 1024;
    private static final long SECONDS = 10;
    private static final int TOO_LATE = 124;

    /**
     * Runs a command to its end.
     *
     * @throws IOException when it cannot be started
     */
    public static CommandResult run(List<String> command) throws IOException {
        return run(command, Duration.ofSeconds(SECONDS));
    }

    /** Runs a command to its end, or to that of the time it is given. */
    static CommandResult run(List<String> command, Duration patience) throws IOException {
        var process = Launcher.start(new ProcessBuilder(command).redirectErrorStream(true));
        process.getOutputStream().close();
        // Closes the pipe of a command that hangs, so that the read below ends.
        process.onExit()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(late -> process.destroyForcibly());
        try (var stream = process.getInputStream()) {
            var output = new String(stream.readNBytes(MOST), StandardCharsets.UTF_8);
            var ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            return new CommandResult(ended ? process.exitValue() : TOO_LATE, output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for " + command.get(0));
        } finally {
            process.destroyForcibly();
        }
    }

    public boolean succeeded() {
        return exitCode == 0;
    }

    /** The first line of the output, or {@code no message}. */
    public String firstLine() {
        return output.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("no message");
    }
}
