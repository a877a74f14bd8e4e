package portzero.grader.cli.option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import portzero.grader.limits.Limits;
import portzero.grader.limits.LimitsException;
import portzero.grader.limits.LimitsFile;

/** The options {@code --config} and {@code --limit}. */
public final class LimitsOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "a file with limits; default: " + LimitsFile.NAME + " in the folder of submissions, or in"
                    + " the current folder, if there is one (docs/limits.md lists them)")
    private @Nullable Path config;

    @Option(
            names = "--limit",
            paramLabel = "NAME=VALUE",
            description = "set one limit, such as \"heap=128 MiB\"; may be given several times, and goes over the file")
    private List<String> assignments = new ArrayList<>();

    /**
     * The limits that were asked for; says so if they are not the usual ones.
     *
     * @param folders where to look for a file if none was named, the first first
     */
    public Limits limits(PrintWriter err, Path... folders) throws LimitsException, IOException {
        Path file = config == null ? found(folders) : config;
        Limits limits = file == null ? Limits.DEFAULT : LimitsFile.read(file);
        for (String assignment : assignments) {
            limits = limits.with("--limit", assignment);
        }
        String changes = limits.changes();
        if (!changes.isEmpty()) {
            err.println("Limits" + (file == null ? "" : " from " + file) + ": " + changes + ".");
        }
        return limits;
    }

    private static @Nullable Path found(Path... folders) {
        return Stream.of(folders)
                .map(folder -> folder.resolve(LimitsFile.NAME))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
    }
}
