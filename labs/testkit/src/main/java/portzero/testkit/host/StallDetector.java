package portzero.testkit.host;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * Whether the program has come to rest: no thread of it can go on unless something comes from outside.
 *
 * <p>Errs on the side of “no”. A thread that waits with a time limit may go on by itself, and so may one whose
 * waiting cannot be told from that, in a connect for instance.
 */
final class StallDetector {

    private static final Set<String> BLOCKING =
            Set.of("accept", "implAccept", "read", "implRead", "write", "implWrite");
    private static final String FILE_OR_SOCKET =
            "sun.nio.ch.FileDispatcherImpl"; // before JDK 19 writes to sockets, too
    private static final Set<String> SOCKETS = Set.of("sun.nio.ch.NioSocketImpl", "sun.nio.ch.SocketChannelImpl");
    private static final String CLEANER = "jdk.internal.ref.CleanerImpl";
    private static final String PROCESS = "java.lang.Process";

    private final StudentThreads threads;
    private final Thread host;

    /**
     * Makes one for this JVM.
     *
     * @param host the thread that reads requests, which does not count
     */
    StallDetector(StudentThreads threads, Thread host) {
        this.threads = threads;
        this.host = host;
    }

    boolean isReached() {
        Map<Thread, StackTraceElement[]> all = Thread.getAllStackTraces();
        if (!all.entrySet().stream().allMatch(this::rests)) {
            return false;
        }
        long waiters =
                all.values().stream().filter(StallDetector::waitsForReadiness).count();
        return waiters == 0 || SystemCalls.waitWithoutLimit(waiters);
    }

    private boolean rests(Map.Entry<Thread, StackTraceElement[]> entry) {
        Thread thread = entry.getKey();
        StackTraceElement[] stack = entry.getValue();
        if (thread == host || isOfTheJvm(thread, stack)) {
            return true;
        }
        return switch (thread.getState()) {
            case BLOCKED, TERMINATED -> true;
            // A thread that carries a virtual one is said to wait, whatever the virtual one does.
            case WAITING -> !has(stack, PROCESS) && !isIn(stack, "java.lang.VirtualThread", "runContinuation");
            case TIMED_WAITING -> isIdlePoolThread(stack);
            case RUNNABLE -> isInNativeCode(stack) && (isBlockedInStream(stack) || waitsForReadiness(stack));
            case NEW -> false;
        };
    }

    /** A thread of the JVM's own that does nothing for the program: not a scheduler, not one that minds a child. */
    private boolean isOfTheJvm(Thread thread, StackTraceElement[] stack) {
        ThreadGroup group = thread.getThreadGroup();
        boolean system = group == null
                || group.getName().equals("system")
                || has(stack, CLEANER)
                || isIn(stack, "java.lang.VirtualThread", "unblockVirtualThreads"); // from JDK 24 on
        return system
                && Arrays.stream(stack).noneMatch(threads::isWritten)
                && !has(stack, PROCESS)
                && !has(stack, "java.util.concurrent.ScheduledThreadPoolExecutor")
                && !has(stack, "java.util.concurrent.DelayScheduler");
    }

    /** Its time limit only ends the thread. */
    private boolean isIdlePoolThread(StackTraceElement[] stack) {
        return (isIn(stack, "java.util.concurrent.ThreadPoolExecutor", "getTask")
                        || isIn(stack, "java.util.concurrent.ForkJoinPool", "awaitWork"))
                && !has(stack, "java.util.concurrent.ScheduledThreadPoolExecutor")
                && Arrays.stream(stack).noneMatch(threads::isWritten);
    }

    private static boolean isIn(StackTraceElement[] stack, String type, String method) {
        return Arrays.stream(stack)
                .anyMatch(frame -> frame.getClassName().equals(type)
                        && frame.getMethodName().equals(method));
    }

    /** In a selector, or for one socket, or for a datagram: with a time limit or without. */
    private static boolean waitsForReadiness(StackTraceElement[] stack) {
        if (!isInNativeCode(stack)) {
            return false;
        }
        String type = stack[0].getClassName();
        String method = stack[0].getMethodName();
        return switch (method) {
            case "wait" -> type.equals("sun.nio.ch.EPoll");
            case "poll" -> type.equals("sun.nio.ch.Net");
            case "receive0", "read0" -> type.startsWith("sun.nio.ch.Datagram");
            default -> false;
        };
    }

    /** Before and after that, a thread is on its way into a wait or out of it. */
    private static boolean isInNativeCode(StackTraceElement[] stack) {
        return stack.length > 0 && stack[0].isNativeMethod();
    }

    private static boolean isBlockedInStream(StackTraceElement[] stack) {
        boolean ofSocket = Arrays.stream(stack).anyMatch(frame -> SOCKETS.contains(frame.getClassName()));
        boolean blocked = false;
        for (StackTraceElement frame : stack) {
            String type = frame.getClassName();
            if (!type.startsWith("sun.nio.ch.") && !type.startsWith("java.net.") && !type.startsWith("java.io.")) {
                break;
            }
            if (mayGoOnByItself(type, frame.getMethodName()) && !(ofSocket && type.equals(FILE_OR_SOCKET))) {
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
