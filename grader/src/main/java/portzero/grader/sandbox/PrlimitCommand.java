package portzero.grader.sandbox;

import java.util.ArrayList;
import java.util.List;
import portzero.grader.limits.LimitSetting;
import portzero.grader.limits.Limits;

/** The command that puts limits on what follows it; see prlimit(1) and getrlimit(2). */
final class PrlimitCommand {
    /** Seconds in which a program can say that it has used up its processor time, before it is killed without a word. */
    private static final long GRACE = 1;

    private PrlimitCommand() {}

    static List<String> command(String prlimit, Limits limits, List<String> command) {
        var limited = new ArrayList<>(List.of(
                prlimit,
                "--as=" + limits.of(LimitSetting.ADDRESS_SPACE),
                "--nproc=" + limits.of(LimitSetting.PROCESSES),
                "--fsize=" + limits.of(LimitSetting.FILE_SIZE),
                "--cpu=" + limits.of(LimitSetting.CPU) + ":" + (limits.of(LimitSetting.CPU) + GRACE),
                "--nofile=" + limits.of(LimitSetting.OPEN_FILES),
                "--core=0",
                "--"));
        limited.addAll(command);
        return List.copyOf(limited);
    }
}
