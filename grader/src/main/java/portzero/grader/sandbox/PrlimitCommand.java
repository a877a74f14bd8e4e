package portzero.grader.sandbox;

import java.util.ArrayList;
import java.util.List;
import portzero.grader.limits.Limits;
import portzero.grader.limits.Setting;

/** The command that puts limits on what follows it; see prlimit(1) and getrlimit(2). */
final class PrlimitCommand {
    /** Seconds in which a program can say that it has used up its processor time, before it is killed without a word. */
    private static final long GRACE = 1;

    private PrlimitCommand() {}

    static List<String> command(String prlimit, Limits limits, List<String> command) {
        var limited = new ArrayList<>(List.of(
                prlimit,
                "--as=" + limits.of(Setting.ADDRESS_SPACE),
                "--nproc=" + limits.of(Setting.PROCESSES),
                "--fsize=" + limits.of(Setting.FILE_SIZE),
                "--cpu=" + limits.of(Setting.CPU) + ":" + (limits.of(Setting.CPU) + GRACE),
                "--nofile=" + limits.of(Setting.OPEN_FILES),
                "--core=0",
                "--"));
        limited.addAll(command);
        return List.copyOf(limited);
    }
}
