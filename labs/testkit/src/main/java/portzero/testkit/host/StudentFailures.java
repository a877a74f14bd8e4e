package portzero.testkit.host;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import portzero.testkit.codec.CodecLimits;
import portzero.testkit.codec.ValueWriter;

/** Describes an exception without trusting it: its methods are student code. */
final class StudentFailures {

    private static final int LONGEST_MESSAGE = 4_000;
    private static final int MOST_FRAMES = 60;

    void describe(Throwable thrown, ValueWriter answer) throws IOException {
        String message = message(thrown);
        StackTraceElement[] frames = frames(thrown);
        answer.text(thrown.getClass().getName());
        List<String> superclasses = superclasses(thrown);
        answer.number(superclasses.size());
        for (String superclass : superclasses) {
            answer.text(superclass);
        }
        answer.number(message == null ? 0 : 1).text(message == null ? "" : message);
        int count = Math.min(frames.length, MOST_FRAMES);
        answer.number(count);
        for (int i = 0; i < count; i++) {
            StudentThreads.frame(frames[i], answer);
        }
    }

    /** Of a student's own exception, nearest first; none for one of the JDK's, whose name says all. */
    private static List<String> superclasses(Throwable thrown) {
        List<String> names = new ArrayList<>();
        Class<?> type = thrown.getClass();
        while (type.getClassLoader() != null && names.size() < CodecLimits.SUPERCLASSES) {
            type = type.getSuperclass();
            names.add(type.getName());
        }
        return names;
    }

    private static StackTraceElement[] frames(Throwable thrown) {
        try {
            StackTraceElement[] frames = thrown.getStackTrace();
            return Arrays.stream(frames).filter(Objects::nonNull).toArray(StackTraceElement[]::new);
        } catch (RuntimeException | Error hostile) {
            return new StackTraceElement[0];
        }
    }

    private static @Nullable String message(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null || message.length() <= LONGEST_MESSAGE
                    ? message
                    : message.substring(0, LONGEST_MESSAGE) + " …";
        } catch (RuntimeException | Error hostile) {
            return "(getMessage() threw " + hostile.getClass().getName() + ")";
        }
    }
}
