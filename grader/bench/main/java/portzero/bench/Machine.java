package portzero.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What figures are worth nothing without.
 *
 * @param hardware processors and memory
 * @param software kernel, JDK and Maven
 * @param commit the commit that was measured
 */
record Machine(String hardware, String software, String commit) {

    static Machine describe(Checkout checkout) throws IOException, InterruptedException {
        var processors = Runtime.getRuntime().availableProcessors();
        var model = find("/proc/cpuinfo", "model name\\s*: (.*)").replaceAll("\\s+", " ");
        var memory = Long.parseLong(find("/proc/meminfo", "MemTotal:\\s*(\\d+) kB")) / 1024.0 / 1024;
        var maven =
                ask(checkout, "mvn", "-v").lines().findFirst().orElse("").replaceAll("\u001b\\[[0-9;]*m| \\(.*", "");
        return new Machine(
                "%s × %s, %s GiB".formatted(processors, model, Figures.of(memory, 0)),
                "Linux %s, JDK %s (%s), %s"
                        .formatted(
                                System.getProperty("os.version"),
                                System.getProperty("java.version"),
                                System.getProperty("java.vendor"),
                                maven),
                commit(checkout));
    }

    /**
     * When and on what a section was measured, in a line.
     *
     * @param complete whether processor time includes that of processes that were killed
     */
    String line(double seconds, boolean quick, boolean complete) throws IOException {
        var load = Files.readString(Path.of("/proc/loadavg")).split(" ")[1];
        return "%s UTC, commit %s%s, in %s s; %s; %s; load %s over the last five minutes%s."
                .formatted(
                        LocalDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")),
                        commit,
                        quick ? ", with `--quick`" : "",
                        Figures.of(seconds, 0),
                        hardware,
                        software,
                        load,
                        complete
                                ? ""
                                : ". Processor time lacks what was spent by processes that were killed: this user may make no control group");
    }

    private static String commit(Checkout checkout) throws IOException, InterruptedException {
        var commit = ask(checkout, "git", "rev-parse", "--short", "HEAD").strip();
        var changed = ask(checkout, "git", "status", "--porcelain", "--", ".", ":!grader/bench")
                .strip();
        return (commit.isEmpty() ? "unknown" : commit) + (changed.isEmpty() ? "" : " with changes");
    }

    private static String find(String file, String regex) throws IOException {
        var matcher = Pattern.compile(regex).matcher(Files.readString(Path.of(file)));
        return matcher.find() ? matcher.group(1) : "0";
    }

    private static String ask(Checkout checkout, String... command) throws IOException, InterruptedException {
        try {
            var process = new ProcessBuilder(List.of(command))
                    .directory(checkout.home().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? output : "";
        } catch (IOException notThere) {
            return "";
        }
    }
}
