package portzero.testkit.host;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * Whether the program has come to rest: no thread of it can go on unless something comes from outside.
 *
 * <p>Errs on the side of “no”. A thread that waits with a time limit may go on by itself, and so may one whose
 * waiting cannot be told from that by its stack: in a selector, in a receive of datagrams, in a connect.
 */
final class Standstill {

    private static final Set<String> BLOCKING = Set.of("accept", "implAccept", "read", "implRead");
    private static final String CLEANER = "jdk.internal.ref.CleanerImpl";
    private static final String PROCESS = "java.lang.Process";

    private final StudentThreads threads;
    private final Thread host;

    /**
     * Makes one for this JVM.
     *
     * @param host the thread that reads requests, which does not count
     */
    Standstill(StudentThreads threads, Thread host) {
        this.threads = threads;
        this.host = host;
    }

    boolean isReached() {
        return Thread.getAllStackTraces().entrySet().stream().allMatch(this::rests);
    }

    private boolean rests(Map.Entry<Thread, StackTraceElement[]> entry) {
        Thread thread = entry.getKey();
        StackTraceElement[] stack = entry.getValue();
        if (thread == host || isOfTheJvm(thread, stack)) {
            return true;
        }
        return switch (thread.getState()) {
            case BLOCKED, TERMINATED -> true;
            case WAITING -> !has(stack, PROCESS);
            case TIMED_WAITING -> isIdlePoolThread(stack);
            case RUNNABLE -> isBlockedInStream(stack);
            case NEW -> false;
        };
    }

    /** A thread of the JVM's own that does nothing for the program: not a scheduler, not one that minds a child. */
    private boolean isOfTheJvm(Thread thread, StackTraceElement[] stack) {
        ThreadGroup group = thread.getThreadGroup();
        boolean system = group == null || group.getName().equals("system") || has(stack, CLEANER);
        return system
                && Arrays.stream(stack).noneMatch(threads::isWritten)
                && !has(stack, PROCESS)
                && !has(stack, "java.util.concurrent.ScheduledThreadPoolExecutor")
                && !has(stack, "java.util.concurrent.DelayScheduler");
    }

    /** Its time limit only ends the thread. */
    private boolean isIdlePoolThread(StackTraceElement[] stack) {
        return Arrays.stream(stack).anyMatch(frame -> frame.getMethodName().equals("getTask"))
                && has(stack, "java.util.concurrent.ThreadPoolExecutor")
                && !has(stack, "java.util.concurrent.ScheduledThreadPoolExecutor")
                && Arrays.stream(stack).noneMatch(threads::isWritten);
    }

    private static boolean isBlockedInStream(StackTraceElement[] stack) {
        boolean blocked = false;
        for (StackTraceElement frame : stack) {
            String type = frame.getClassName();
            if (!type.startsWith("sun.nio.ch.") && !type.startsWith("java.net.") && !type.startsWith("java.io.")) {
                break;
            }
            if (mayGoOnByItself(type, frame.getMethodName())) {
                return false;
            }
            blocked |= BLOCKING.contains(frame.getMethodName());
        }
        return blocked;
    }

    private static boolean mayGoOnByItself(String type, String method) {
        return method.startsWith("timed")
                || type.contains("Selector")
                || type.contains("Datagram")
                || type.contains("File")
                || type.contains("InetAddress");
    }

    private static boolean has(StackTraceElement[] stack, String typePrefix) {
        return Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith(typePrefix));
    }
}
