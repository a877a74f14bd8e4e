package portzero.testkit.process;

import java.io.File;
import java.io.IOException;

/**
 * What the kernel says about one thread in {@code /proc/PID/task/TID/stat} (proc(5)).
 *
 * @param asleep whether it waits for something, and is neither running nor ready to run
 * @param nanoseconds processor time that it has used so far, in whole ticks
 */
record TaskStat(boolean asleep, long nanoseconds) {

    /** USER_HZ is 100 (time(7)): processor time is counted in units of so many nanoseconds. */
    static final long TICK = 10_000_000;

    /** Reads it of a thread's folder; fails when the thread has ended. */
    static TaskStat of(File task) throws IOException {
        String stat = ProcessFiles.text(new File(task, "stat"));
        // The second column is the thread's name in parentheses, which may hold anything.
        String[] columns = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 14);
        return new TaskStat(columns[0].equals("S"), TICK * (Long.parseLong(columns[11]) + Long.parseLong(columns[12])));
    }
}
