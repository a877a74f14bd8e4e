package portzero.testkit.host;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import portzero.testkit.codec.ValueWriter;

/** Where the threads of the student's program stand: those in code of the student's, and those of its pools. */
final class StudentThreads {

    private static final int MOST_THREADS = 100;
    private static final int MOST_FRAMES = 40;
    private static final int LONGEST_NAME = 200;

    private final StudentClasses classes;
    private Set<Thread> leftOver = Set.of();

    StudentThreads(StudentClasses classes) {
        this.classes = classes;
    }

    /** Leaves the threads that there are now, at the beginning of a test, out of its story. */
    void forgetThoseNow() {
        Set<Thread> now = Collections.newSetFromMap(new IdentityHashMap<>());
        ofTheProgram().forEach(entry -> now.add(entry.getKey()));
        leftOver = now;
    }

    private Stream<Map.Entry<Thread, StackTraceElement[]>> ofTheProgram() {
        Map<Thread, StackTraceElement[]> all = Thread.getAllStackTraces();
        Set<Thread> pooled = PoolThreads.of(all);
        return all.entrySet().stream()
                .filter(entry ->
                        Arrays.stream(entry.getValue()).anyMatch(this::isWritten) || pooled.contains(entry.getKey()));
    }

    /** Writes each such thread with its name, state and frames, innermost first. */
    void describe(ValueWriter answer) throws IOException {
        List<Map.Entry<Thread, StackTraceElement[]>> threads = ofTheProgram()
                .filter(entry -> !leftOver.contains(entry.getKey()))
                .sorted(Comparator.comparing(entry -> entry.getKey().getName()))
                .limit(MOST_THREADS)
                .toList();
        answer.number(threads.size());
        for (Map.Entry<Thread, StackTraceElement[]> entry : threads) {
            answer.text(shortened(entry.getKey().getName()))
                    .text(entry.getKey().getState().name());
            frames(entry.getValue(), answer);
        }
    }

    boolean isWritten(StackTraceElement frame) {
        return classes.isWritten(frame.getClassName());
    }

    private static void frames(StackTraceElement[] frames, ValueWriter answer) throws IOException {
        int count = Math.min(frames.length, MOST_FRAMES);
        answer.number(count);
        for (int i = 0; i < count; i++) {
            frame(frames[i], answer);
        }
    }

    static void frame(StackTraceElement frame, ValueWriter answer) throws IOException {
        answer.text(shortened(frame.getClassName()))
                .text(shortened(frame.getMethodName()))
                .text(shortened(Objects.requireNonNullElse(frame.getFileName(), "")))
                .number(frame.getLineNumber());
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
