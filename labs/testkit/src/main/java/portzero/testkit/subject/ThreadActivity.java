package portzero.testkit.subject;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells in a student's words what a thread does, from the library frames on top of its own. */
final class ThreadActivity {

    private static final Map<String, String> OPERATIONS = Map.of(
            "accept", "blocked in accept",
            "read", "blocked in read",
            "write", "blocked in write",
            "connect", "blocked in connect",
            "receive", "blocked in receive",
            "select", "waiting in select",
            "sleep", "sleeping",
            "join", "waiting in join");
    private static final Set<String> SOCKET_PACKAGES = Set.of("java.net.", "sun.nio.ch.", "java.nio.channels.");

    private ThreadActivity() {}

    static String of(String state, List<CodeLine> library) {
        if (state.equals(Thread.State.BLOCKED.name())) {
            return "waiting for a lock";
        }
        // From the student's own frame inwards: the method that it called says most.
        for (int i = library.size() - 1; i >= 0; i--) {
            CodeLine frame = library.get(i);
            String operation = OPERATIONS.get(frame.method());
            if (operation != null && (isSocket(frame) || frame.type().equals("java.lang.Thread"))) {
                return operation;
            }
        }
        return switch (state) {
            case "WAITING", "TIMED_WAITING" -> library.isEmpty() ? "waiting" : "waiting in " + called(library);
            case "RUNNABLE" -> library.isEmpty() ? "running" : "running in " + called(library);
            default -> state;
        };
    }

    private static String called(List<CodeLine> library) {
        CodeLine frame = library.get(library.size() - 1);
        String type = frame.type().substring(frame.type().lastIndexOf('.') + 1);
        return type + "." + frame.method();
    }

    private static boolean isSocket(CodeLine frame) {
        return SOCKET_PACKAGES.stream().anyMatch(frame.type()::startsWith);
    }
}
