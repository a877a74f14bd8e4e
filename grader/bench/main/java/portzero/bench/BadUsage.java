package portzero.bench;

/** The command line says something that cannot be meant. */
final class BadUsage extends Exception {
    private static final long serialVersionUID = 1;

    BadUsage(String sentence) {
        super(sentence);
    }
}
