package portzero.snippets;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command that has run: its exit code, and what it printed, errors included. */
record Command(int exitCode, String printed) {
    static final int LIMIT_SECONDS = 60;

    static Command run(List<String> words) throws IOException, InterruptedException {
        return run(words, Path.of("."), Map.of());
    }

    /** Runs the command with no input. One that takes too long is ended and says so. */
    static Command run(List<String> words, Path folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        var output = Files.createTempFile("snippet", ".txt");
        try {
            var builder = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            if (process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                return new Command(process.exitValue(), Files.readString(output));
            }
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return new Command(-1, Files.readString(output) + "(still running after " + LIMIT_SECONDS + " s)\n");
        } finally {
            Files.delete(output);
        }
    }

    /** The JDK's program of this name. */
    static String ofJdk(String name) {
        return System.getProperty("java.home") + File.separator + "bin" + File.separator + name;
    }
}
