package portzero.testkit.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In which system calls the threads of this process wait, from {@code /proc/self/task/TID/syscall} (proc(5)): the
 * call's number, its arguments in hexadecimal, and two registers.
 *
 * <p>The stack of a Java thread does not tell whether a wait for readiness has a time limit; its argument does.
 */
final class SystemCalls {

    private static final Path TASKS = Path.of("/proc/self/task");
    private static final boolean ARM = System.getProperty("os.arch", "").equals("aarch64");

    private SystemCalls() {}

    /**
     * Whether at least so many threads wait for a socket without a time limit, and none waits for one with a limit;
     * false where that cannot be seen.
     */
    static boolean waitWithoutLimit(long threads) {
        try (Stream<Path> tasks = Files.list(TASKS)) {
            List<Wait> waits =
                    tasks.map(SystemCalls::wait).flatMap(Optional::stream).toList();
            return !waits.contains(Wait.LIMITED)
                    && waits.stream().filter(Wait.UNLIMITED::equals).count() >= threads;
        } catch (IOException | UnsupportedOperationException hidden) {
            return false;
        }
    }

    private enum Wait {
        LIMITED,
        UNLIMITED
    }

    private static Optional<Wait> wait(Path task) {
        try {
            return wait(Files.readString(task.resolve("syscall")).split(" ", -1), ARM);
        } catch (IOException ended) { // the thread has, or may not be looked at
            return Optional.empty();
        }
    }

    /** Numbers from asm/unistd_64.h and asm-generic/unistd.h. */
    private static Optional<Wait> wait(String[] call, boolean arm) {
        return switch ((arm ? "arm " : "") + call[0]) {
            case "232", "281", "arm 22" -> limitedUnless(isNegative(call[4])); // epoll_wait, epoll_pwait
            case "7" -> limitedUnless(isNegative(call[3])); // poll
            case "271", "arm 73" -> limitedUnless(call[3].equals("0x0")); // ppoll
            case "45", "47", "arm 207", "arm 212" -> Optional.of(Wait.UNLIMITED); // recvfrom, recvmsg
            default -> Optional.empty();
        };
    }

    private static Optional<Wait> limitedUnless(boolean unlimited) {
        return Optional.of(unlimited ? Wait.UNLIMITED : Wait.LIMITED);
    }

    /** The sign of an int in a register whose upper half may be anything. */
    private static boolean isNegative(String register) {
        return (int) Long.parseUnsignedLong(register.substring("0x".length()), 16) < 0;
    }
}
