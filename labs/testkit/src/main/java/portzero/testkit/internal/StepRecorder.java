package portzero.testkit.internal;

import portzero.testkit.trace.Step;
import portzero.testkit.trace.TraceEvent;

/** Tells the steps of one connection, and says which one it is when there are several. */
public final class StepRecorder {

    public static final String TEST = "test";

    private final TestContext context;
    private final String subject;
    private final String suffix;

    public StepRecorder(TestContext context, String subject) {
        this(context, subject, numbered("connection", context.nextConnection()));
    }

    private StepRecorder(TestContext context, String subject, String suffix) {
        this.context = context;
        this.subject = subject;
        this.suffix = suffix;
    }

    /** Tells the steps of one datagram socket of the test's. */
    public static StepRecorder ofSocket(TestContext context) {
        return new StepRecorder(context, context.role(), numbered("socket", context.nextConnection()));
    }

    /** Tells the steps of a socket of the test's that plays somebody's part: {@code stranger}. */
    public static StepRecorder of(TestContext context, String part) {
        return new StepRecorder(context, context.role(), " (as a " + part + ")");
    }

    private static String numbered(String what, int number) {
        return number == 1 ? "" : " (" + what + " " + number + ")";
    }

    String subject() {
        return subject;
    }

    /** The beginning of what was expected to come: {@code the server (connection 2) to send}. */
    public String toSend() {
        return "the " + subject + suffix + " to send";
    }

    /** The test does something. */
    public Step says(TraceEvent.Kind kind, String what, String label) {
        return context.trace().add(kind, TEST, subject, TEST + " " + what + suffix, label);
    }

    /** The subject did something. */
    public Step hears(TraceEvent.Kind kind, String what, String label) {
        return context.trace().add(kind, subject, TEST, subject + " " + what + suffix, label);
    }

    /** What was expected, and what happened instead, in two lines that line up. */
    public static String instead(String what, String instead) {
        return "Expected  " + what + "\nbut       " + instead;
    }

    /** What was expected of the subject, and what happened instead. */
    public String expected(String what, String instead) {
        return instead("the " + subject + " " + what + suffix, instead);
    }
}
