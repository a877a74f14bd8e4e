package portzero.testkit;

import portzero.testkit.trace.Move;
import portzero.testkit.trace.Step;

/** Tells the steps of one connection, and says which one it is when there are several. */
final class Voice {

    static final String TEST = "test";

    private final Stage stage;
    private final String subject;
    private final String suffix;

    Voice(Stage stage, String subject) {
        this(stage, subject, numbered("connection", stage.nextConnection()));
    }

    private Voice(Stage stage, String subject, String suffix) {
        this.stage = stage;
        this.subject = subject;
        this.suffix = suffix;
    }

    /** Tells the steps of one datagram socket of the test's. */
    static Voice ofSocket(Stage stage) {
        return new Voice(stage, stage.role(), numbered("socket", stage.nextConnection()));
    }

    /** Tells the steps of a socket of the test's that plays somebody's part: {@code stranger}. */
    static Voice of(Stage stage, String part) {
        return new Voice(stage, stage.role(), " (as a " + part + ")");
    }

    private static String numbered(String what, int number) {
        return number == 1 ? "" : " (" + what + " " + number + ")";
    }

    String subject() {
        return subject;
    }

    /** The beginning of what was expected to come: {@code the server (connection 2) to send}. */
    String toSend() {
        return "the " + subject + suffix + " to send";
    }

    /** The test does something. */
    Step says(Move.Kind kind, String what, String label) {
        return stage.trace().add(kind, TEST, subject, TEST + " " + what + suffix, label);
    }

    /** The subject did something. */
    Step hears(Move.Kind kind, String what, String label) {
        return stage.trace().add(kind, subject, TEST, subject + " " + what + suffix, label);
    }

    /** What was expected, and what happened instead, in two lines that line up. */
    static String instead(String what, String instead) {
        return "Expected  " + what + "\nbut       " + instead;
    }

    /** What was expected of the subject, and what happened instead. */
    String expected(String what, String instead) {
        return instead("the " + subject + " " + what + suffix, instead);
    }
}
