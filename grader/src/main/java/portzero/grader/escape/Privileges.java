package portzero.grader.escape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the kernel lets a program do: see proc_pid_status(5). */
final class Privileges {
    private Privileges() {}

    static ProbeOutcome of() throws IOException {
        for (var field : List.of("CapPrm:", "CapEff:", "CapBnd:")) {
            if (!status(field).matches("0+")) {
                return ProbeOutcome.broken(field + " " + status(field));
            }
        }
        if (!status("NoNewPrivs:").equals("1")) {
            return ProbeOutcome.broken("NoNewPrivs: " + status("NoNewPrivs:"));
        }
        return status("Uid:").startsWith("0")
                ? ProbeOutcome.broken("it is root")
                : ProbeOutcome.held(
                        "user " + status("Uid:").replaceFirst("\\s.*", "") + ", no capabilities, none to gain");
    }

    static ProbeOutcome processes() throws InterruptedException {
        try {
            var process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-version").start();
            process.waitFor();
            return ProbeOutcome.broken("another JVM starts");
        } catch (IOException refused) {
            return ProbeOutcome.held(String.valueOf(refused.getMessage()));
        }
    }

    static ProbeOutcome filter() throws IOException {
        return status("Seccomp:").equals("2")
                ? ProbeOutcome.held("a filter is in force (Seccomp: 2)")
                : ProbeOutcome.broken("no filter is in force (Seccomp: " + status("Seccomp:") + ")");
    }

    private static String status(String field) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(field))
                .map(line -> line.substring(field.length()).strip())
                .findFirst()
                .orElse("not told");
    }
}
