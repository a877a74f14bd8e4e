package portzero.testkit.process;

import java.io.File;
import java.io.IOException;

/**
 * Looks at whether the operating system has nothing to run for a process, from {@code /proc/PID/task} (proc(5)).
 *
 * <p>A thread that has been woken but has not got a processor yet is told apart from one that sleeps, however
 * loaded the machine is.
 */
public final class SleepProbe {

    private SleepProbe() {}

    /** Whether every thread of the process and its descendants sleeps; false where that cannot be seen. */
    public static boolean sleep(Process process) {
        try {
            for (File task : ProcessFiles.of(process, "task")) {
                if (!TaskStat.of(task).asleep()) {
                    return false;
                }
            }
            return true;
        } catch (IOException gone) {
            return false;
        }
    }
}
