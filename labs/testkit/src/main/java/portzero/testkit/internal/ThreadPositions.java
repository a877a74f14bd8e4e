package portzero.testkit.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import portzero.testkit.subject.StudentThread;

/** Says where threads stand, those that do the same at the same place in one line. */
final class ThreadPositions {

    private static final int MOST_LINES = 8;

    private ThreadPositions() {}

    /** @param busy whether one of them uses a processor all the time, so that it is blocked in nothing */
    static List<String> lines(List<StudentThread> threads, boolean busy) {
        Map<String, List<StudentThread>> alike = new LinkedHashMap<>();
        for (StudentThread thread : threads) {
            String place = doing(thread, busy) + ", " + thread.line();
            alike.computeIfAbsent(place, key -> new ArrayList<>()).add(thread);
        }
        List<String> lines = new ArrayList<>();
        alike.forEach((place, those) -> lines.add(those.get(0).name()
                + (those.size() == 1 ? "" : " and " + (those.size() - 1) + " more like it") + "  " + place));
        return lines.size() <= MOST_LINES ? lines : List.copyOf(lines.subList(0, MOST_LINES));
    }

    /** In its stack a thread that asks and asks looks like one that waits. */
    private static String doing(StudentThread thread, boolean busy) {
        boolean mayRun =
                busy && thread.state().equals("RUNNABLE") && !thread.doing().endsWith("accept");
        return mayRun
                ? thread.doing().replaceFirst("^(blocked|waiting) in (read|receive|select)$", "in $2 again and again")
                : thread.doing();
    }
}
