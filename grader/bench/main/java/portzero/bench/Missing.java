package portzero.bench;

/** The machine lacks something; the message says what would help. */
final class Missing extends Exception {
    private static final long serialVersionUID = 1;

    Missing(String sentences) {
        super(sentences);
    }
}
