package portzero.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs commands, one at a time, and measures each with all that it starts. */
final class Meter implements AutoCloseable {
    private static final String TIMED = "if [ -n \"$BENCH_GROUP\" ]; then echo $$ >\"$BENCH_GROUP\"; fi; "
            + "TIMEFORMAT='%R %U %S'; { time \"$@\" >\"$BENCH_LOG\" 2>&1 </dev/null; } 2>\"$BENCH_TIMES\"";
    private static final int LAST_LINES = 30;
    private static final int MOMENT = 300;

    private final Path log;
    private final Path times;
    private final Optional<CpuGroup> group;
    private volatile boolean closed;

    Meter(Path work) throws IOException {
        log = work.resolve("log");
        times = work.resolve("times");
        group = CpuGroup.create();
    }

    /** Whether processor time includes that of processes that were killed. */
    boolean seesTheKilled() {
        return group.isPresent();
    }

    /**
     * Runs a command.
     *
     * @throws MeasurementFailed if its exit code is not 0
     */
    Cost run(List<String> command) throws IOException, InterruptedException {
        return run(command, process -> {});
    }

    /** Runs a command, with somebody who watches the process while it runs. */
    Cost run(List<String> command, Consumer<Process> watcher) throws IOException, InterruptedException {
        var before = seconds();
        var shell = new ArrayList<>(List.of("bash", "-c", TIMED, "bench"));
        shell.addAll(command);
        var builder = new ProcessBuilder(shell).inheritIO();
        builder.environment()
                .putAll(Map.of(
                        "BENCH_LOG", log.toString(),
                        "BENCH_TIMES", times.toString(),
                        "BENCH_GROUP", group.map(one -> one.door().toString()).orElse("")));
        var process = builder.start();
        watcher.accept(process);
        if (process.waitFor() != 0) {
            waitForTheEnd();
            throw new MeasurementFailed("%s%nended with exit code %d; its last lines are:%n%s"
                    .formatted(String.join(" ", command), process.exitValue(), lastLines()));
        }
        var figures = Files.readString(times).strip().split(" ");
        var cpu = group.isPresent()
                ? seconds() - before
                : Double.parseDouble(figures[1]) + Double.parseDouble(figures[2]);
        return new Cost(Double.parseDouble(figures[0]), cpu);
    }

    /** Ctrl-C ends the command first and this program a moment later; nothing must be said, or begun, in between. */
    private void waitForTheEnd() throws InterruptedException {
        Thread.sleep(MOMENT);
        while (closed) {
            Thread.sleep(MOMENT);
        }
    }

    private double seconds() throws IOException, InterruptedException {
        return group.isPresent() ? group.get().seconds() : 0;
    }

    /** What the last command printed. */
    String output() throws IOException {
        return Files.readString(log);
    }

    private String lastLines() throws IOException {
        var lines = output().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    /** Ends what runs. */
    @Override
    public void close() {
        closed = true;
        group.ifPresent(CpuGroup::close);
    }
}
