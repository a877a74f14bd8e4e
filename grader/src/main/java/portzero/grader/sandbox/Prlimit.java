package portzero.grader.sandbox;

import java.util.ArrayList;
import java.util.List;

/** The command that puts limits on what follows it; see prlimit(1) and getrlimit(2). */
final class Prlimit {
    private Prlimit() {}

    static List<String> command(String prlimit, Limits limits, List<String> command) {
        var limited = new ArrayList<>(List.of(
                prlimit,
                "--as=" + limits.addressSpaceBytes(),
                "--nproc=" + limits.processes(),
                "--fsize=" + limits.fileBytes(),
                "--cpu=" + limits.cpuSeconds(),
                "--nofile=" + limits.openFiles(),
                "--core=0",
                "--"));
        limited.addAll(command);
        return List.copyOf(limited);
    }
}
