package portzero.grader.roster;

/** A list of the class that cannot be used; the message names the file and says what to do. */
public final class RosterException extends Exception {
    private static final long serialVersionUID = 1;

    RosterException(String message) {
        super(message);
    }
}
