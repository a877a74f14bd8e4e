package portzero.testkit.subject;

/** What of a program a test may look at beside what goes over the wire. */
public enum Observation {
    THREADS("its threads"),
    ARRAYS("the arrays of its callers"),
    DESCRIPTORS("its open descriptors"),
    ACTIVITY("whether it sleeps"),
    SOCKETS("the states of its sockets"),
    ATTEMPTS("how often it tries to connect");

    private final String text;

    Observation(String text) {
        this.text = text;
    }

    /** The object of a sentence about looking at it. */
    public String text() {
        return text;
    }
}
