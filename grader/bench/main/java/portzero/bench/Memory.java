package portzero.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The resident memory of the coordinator below a process, over time. */
final class Memory {
    private static final long BETWEEN_LOOKS = 250;
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s*(\\d+) kB");

    private final List<Double> megabytes = new ArrayList<>();

    /** Looks until the process has ended. */
    void watch(Process process) {
        try {
            while (process.isAlive()) {
                coordinator(process).ifPresent(this::look);
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** The JVM that {@code ./lab} has become: workers and submissions have no jar to run, but a class. */
    private static Optional<ProcessHandle> coordinator(Process process) {
        return process.descendants()
                .filter(one -> command(one).matches("(?s)[^ ]*java .* -jar [^ ]*portzero\\.jar grade .*"))
                .findFirst();
    }

    private static String command(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException ended) {
            return "";
        }
    }

    private void look(ProcessHandle process) {
        try {
            var status = RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")));
            if (status.find()) {
                megabytes.add(Long.parseLong(status.group(1)) * 1024 / 1e6);
            }
        } catch (IOException ended) {
            // it has just ended
        }
    }

    double most() {
        return megabytes.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    /** What it was after that part of the time. */
    double at(double part) {
        return megabytes.isEmpty() ? Double.NaN : megabytes.get((int) (part * (megabytes.size() - 1)));
    }
}
