package portzero.testkit.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import portzero.testkit.Symptom;
import portzero.testkit.subject.StudentThread;
import portzero.testkit.trace.Difference;
import portzero.testkit.trace.Explanation;

/**
 * What a failure has recorded, for {@link Symptom}s to be seen in.
 *
 * @param kind what sort of failure it is
 * @param message what was expected and what happened
 * @param exceptions what the student's program threw
 * @param threads where its threads stood
 * @param difference how the bytes that came differ from those expected
 * @param earlier what was expected, and came, before
 * @param connections how many connections the test had made or accepted
 */
public record FailureRecord(
        Explanation.Kind kind,
        String message,
        Exceptions exceptions,
        Threads threads,
        @Nullable Difference difference,
        List<byte[]> earlier,
        int connections) {

    /**
     * What the student's program threw.
     *
     * @param thrown what the call threw that the failure is about
     * @param lost what ended threads
     */
    public record Exceptions(Optional<ExceptionTrace> thrown, List<ExceptionTrace> lost) {}

    /**
     * The threads of the student's program.
     *
     * @param visible where they stood; empty where nobody can see threads
     * @param busy whether one of them used a processor all the time
     */
    public record Threads(Optional<List<StudentThread>> visible, boolean busy) {}

    /** So few bytes could be the same by chance. */
    private static final int TELLING = 4;

    private static final byte[] REPLACEMENT = {(byte) 0xef, (byte) 0xbf, (byte) 0xbd};
    private static final Pattern OVERDUE = Pattern.compile(" to (return|throw \\w+)\nbut       it did not \\(");
    private static final Pattern TOO_FEW = Pattern.compile("([0-9,]+) bytes?\\b.*\\n.*only ([0-9,]+) bytes? came");

    /** Whether such an exception was thrown or has ended a thread, with one of these messages if any are given. */
    public boolean threw(String type, String... messages) {
        return Stream.concat(exceptions.thrown().stream(), exceptions.lost().stream())
                .filter(trace -> trace.type().equals(type))
                .anyMatch(
                        trace -> messages.length == 0 || Arrays.stream(messages).anyMatch(trace.text()::endsWith));
    }

    public boolean threwOwnInsteadOfExpected() {
        return exceptions.thrown().filter(ExceptionTrace::own).isPresent() && message.contains(" to throw ");
    }

    /** Whether it was waited for in vain. */
    public boolean isLate() {
        return kind == Explanation.Kind.TIMEOUT || kind == Explanation.Kind.STANDSTILL;
    }

    public boolean isOverdueCall() {
        return isLate() && OVERDUE.matcher(message).find();
    }

    public boolean cameNothing() {
        return isLate() && message.contains("but       nothing came");
    }

    /** With a second connection the thread may be right to wait, for the other one. */
    public boolean readsOn() {
        return cameNothing()
                && connections == 1
                && stands("read")
                && standing().stream().allMatch(thread -> does(thread, "read") || does(thread, "accept"));
    }

    /** Whether no thread is in the student's code. From Java 21 on there may be virtual ones, which are not seen. */
    public boolean isNobodyLeft() {
        return threads.visible().filter(List::isEmpty).isPresent()
                && Runtime.version().feature() < 21;
    }

    public boolean isBusy() {
        return threads.busy() && kind == Explanation.Kind.TIMEOUT;
    }

    public boolean wasReset() {
        return message.contains("was reset");
    }

    private List<StudentThread> standing() {
        return threads.visible().orElse(List.of());
    }

    /** Whether some thread does this, {@code sleep}. */
    public boolean stands(String what) {
        return standing().stream().anyMatch(thread -> does(thread, what));
    }

    /** Whether the thread of a call does this. */
    public boolean callStands(String what) {
        return standing().stream().anyMatch(thread -> thread.name().startsWith("call-") && does(thread, what));
    }

    private static boolean does(StudentThread thread, String what) {
        return thread.doing().endsWith(what)
                || thread.doing().endsWith("." + what)
                || (what.equals("sleep") && thread.doing().equals("sleeping"));
    }

    public boolean hasReplacementCharacter() {
        return difference != null
                && difference.index(REPLACEMENT, difference.actual()) >= 0
                && difference.index(REPLACEMENT, difference.expected()) < 0;
    }

    public boolean hasQuestionMark() {
        return difference != null
                && difference.isInBoth()
                && difference.expected()[difference.at()] < 0
                && difference.actual()[difference.at()] == '?';
    }

    /** Only in the first four bytes it is certain that they are one number. */
    public boolean isByteOrder() {
        if (difference == null || difference.actual().length < 4 || difference.expected().length < 4) {
            return false;
        }
        byte[] turned = new byte[4];
        for (int i = 0; i < 4; i++) {
            turned[i] = difference.expected()[3 - i];
        }
        return difference.at() < 4 && Arrays.equals(turned, 0, 4, difference.actual(), 0, 4);
    }

    public boolean isEarlierAnswer() {
        return difference != null
                && difference.actual().length >= TELLING
                && earlier.stream()
                        .anyMatch(bytes -> !Arrays.equals(bytes, difference.expected())
                                && Arrays.equals(bytes, difference.actual()));
    }

    public boolean isUnfilled() {
        if (difference == null
                || !difference.isInBoth()
                || difference.actual().length - difference.at() < 2 * TELLING) {
            return false;
        }
        for (int i = difference.at(); i < difference.actual().length; i++) {
            if (difference.actual()[i] != 0) {
                return false;
            }
        }
        return true;
    }

    public boolean isBlockMissing() {
        return difference != null && difference.missing() > 0;
    }

    public boolean isBlockTwice() {
        return difference != null && difference.repeated() > 0;
    }

    public boolean isLineEndAdded() {
        return difference != null
                && difference.at() == difference.expected().length
                && List.of("\n", "\r\n").contains(difference.extra());
    }

    public boolean isOneTooFew() {
        Matcher counts = TOO_FEW.matcher(message);
        return counts.find() && number(counts.group(1)) == number(counts.group(2)) + 1;
    }

    private static long number(String digits) {
        return Long.parseLong(digits.replace(",", ""));
    }
}
