package portzero.testkit.process;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;

/**
 * Counts open descriptors, sockets included. The numbers are the kernel's: student code cannot change them other than
 * by opening and closing.
 */
public final class OpenFiles {

    private OpenFiles() {}

    /** Those of this JVM; empty where they cannot be counted (Windows). */
    public static OptionalLong here() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? OptionalLong.of(unix.getOpenFileDescriptorCount())
                : OptionalLong.empty();
    }

    /** Those of a process and its descendants, from {@code /proc/PID/fd} (proc(5)); empty where that is not shown. */
    public static OptionalLong of(Process process) {
        try {
            return OptionalLong.of(ProcessFiles.of(process, "fd").size());
        } catch (IOException hidden) {
            return OptionalLong.empty();
        }
    }
}
